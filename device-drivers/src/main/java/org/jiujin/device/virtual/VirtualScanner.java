package org.jiujin.device.virtual;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A serial code scanner that does not exist, at the far side of a real terminal port. Thread-safe.
public final class VirtualScanner implements AutoCloseable {
  private final ScannerPeer peer = new ScannerPeer();
  private final Cable port;
  private volatile Manner manner = Manner.COMMON;

  /// @param link where the port appears while the scanner is plugged in; starts unplugged
  public VirtualScanner(Path link) {
    port = new VirtualPort(link, peer);
  }

  /// @param port where the driver is; starts as it is
  public VirtualScanner(MemoryPort port) {
    port.connect(peer);
    this.port = port;
  }

  /// Plugs the scanner in and waits until the port is there.
  public void plug() {
    port.plug();
  }

  /// Pulls the cable and waits until the port is gone; what was not sent yet is lost.
  public void unplug() {
    port.unplug();
  }

  public boolean plugged() {
    return port.plugged();
  }

  /// How codes are sent from now on.
  public void manner(Manner how) {
    manner = how;
  }

  /// Reads a code and sends it.
  public void show(String text) {
    var now = manner;
    var code = new ByteArrayOutputStream();
    code.writeBytes(now.before().getBytes(StandardCharsets.ISO_8859_1));
    code.writeBytes(text.getBytes(now.charset()));
    code.writeBytes(now.after().getBytes(StandardCharsets.ISO_8859_1));
    peer.send(pieces(code.toByteArray(), now.pieceBytes()), now.pause().toNanos());
  }

  /// Sends bytes as they are: noise, half a code, the rest of one.
  public void send(byte[] bytes) {
    peer.send(List.of(bytes), 0);
  }

  /// Whether everything has gone out.
  public boolean sent() {
    return peer.sent();
  }

  /// All that the scanner was told since it was plugged in: triggers, light.
  public byte[] told() {
    return peer.told();
  }

  @Override
  public void close() {
    port.close();
  }

  private static List<byte[]> pieces(byte[] bytes, int size) {
    var pieces = new ArrayList<byte[]>();
    for (int from = 0; from < bytes.length; from += size) {
      pieces.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size)));
    }
    return pieces;
  }

  /// How a scanner is set up.
  ///
  /// @param before what goes before each code, a prefix and a symbology identifier
  /// @param after what goes after it
  /// @param pieceBytes how much is sent at once
  /// @param pause between two pieces
  public record Manner(
      String before, String after, Charset charset, int pieceBytes, Duration pause) {
    /// A carriage return after each code, as most are delivered.
    public static final Manner COMMON =
        new Manner("", "\r", StandardCharsets.UTF_8, Integer.MAX_VALUE / 2, Duration.ZERO);

    /// The same with something else around each code.
    public Manner around(String prefix, String suffix) {
      return new Manner(prefix, suffix, charset, pieceBytes, pause);
    }

    /// The same in pieces.
    public Manner inPieces(int bytes, Duration apart) {
      return new Manner(before, after, charset, bytes, apart);
    }

    /// The same in another charset.
    public Manner in(Charset other) {
      return new Manner(before, after, other, pieceBytes, pause);
    }
  }
}
