package org.jiujin.device.virtual;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// A serial scanner as seen from the wire: sends when a code is shown, and keeps what it was told. Thread-safe.
final class ScannerPeer implements VirtualPort.Peer {
  private static final int MOST_BYTES = 1024;

  private final ArrayDeque<Piece> outgoing = new ArrayDeque<>();
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @Override
  public synchronized Iterable<byte[]> exchange(byte[] bytes) {
    if (told.size() + bytes.length <= MOST_BYTES) {
      told.writeBytes(bytes);
    }
    List<byte[]> out = new ArrayList<>();
    while (!outgoing.isEmpty() && System.nanoTime() - outgoing.getFirst().due >= 0) {
      out.add(outgoing.removeFirst().bytes);
    }
    return out;
  }

  @Override
  public synchronized void unplugged() {
    outgoing.clear();
    told.reset();
  }

  /// @param pauseNanos between the pieces
  synchronized void send(List<byte[]> pieces, long pauseNanos) {
    long due = System.nanoTime();
    if (!outgoing.isEmpty()) {
      due = Math.max(due, outgoing.getLast().due + pauseNanos);
    }
    for (var piece : pieces) {
      outgoing.add(new Piece(due, piece.clone()));
      due += pauseNanos;
    }
  }

  synchronized byte[] told() {
    return told.toByteArray();
  }

  synchronized boolean sent() {
    return outgoing.isEmpty();
  }

  private static final class Piece {
    private final long due;
    private final byte[] bytes;

    Piece(long due, byte[] bytes) {
      this.due = due;
      this.bytes = bytes;
    }
  }
}
