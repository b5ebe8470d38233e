package org.jiujin.device.virtual;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An IO board as seen from the wire. Thread-safe: hands open the door while the port's thread asks.
final class BoardPeer implements VirtualPort.Peer {
  private static final int MOST_BYTES = 1024;
  private static final int OTHER_UNIT = 99;
  private static final Duration LATENESS = Duration.ofMillis(450);

  /// What came before such a pause belongs to no request any more. The specification's own silence is too short to be seen here.
  private static final Duration SILENCE = Duration.ofMillis(150);

  private static final byte[] NOISE = {(byte) 0x80, 0, 1, 2, 1, (byte) 0xFF};

  private final BoardWire wire;
  private final int unit;
  private final BoardTables tables = new BoardTables();
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private BoardMisbehaviour misbehaviour = BoardMisbehaviour.NONE;
  private long heardAt = System.nanoTime();
  private int buzzes;
  private boolean buzzed;

  BoardPeer(BoardWire wire, int unit) {
    this.wire = wire;
    this.unit = unit;
  }

  @Override
  public synchronized Iterable<byte[]> exchange(byte[] bytes) {
    if (bytes.length > 0) {
      if (System.nanoTime() - heardAt > SILENCE.toNanos()) {
        received.reset();
      }
      heardAt = System.nanoTime();
      received.writeBytes(bytes);
    }
    var out = new ArrayList<byte[]>();
    for (var next = wire.next(received.toByteArray());
        next.isPresent();
        next = wire.next(received.toByteArray())) {
      var request = next.get();
      var stream = received.toByteArray();
      received.reset();
      received.write(stream, request.length, stream.length - request.length);
      if (request.unit == unit) {
        out.addAll(answer(request, Arrays.copyOf(stream, request.length)));
      }
    }
    if (received.size() > MOST_BYTES) {
      received.reset();
    }
    while (!waiting.isEmpty() && System.nanoTime() - waiting.getFirst().due >= 0) {
      out.add(waiting.removeFirst().bytes);
    }
    if (misbehaviour == BoardMisbehaviour.NOISE_ONLY) {
      out.add(NOISE.clone());
    }
    return out;
  }

  /// Power goes with the cable.
  @Override
  public synchronized void unplugged() {
    received.reset();
    waiting.clear();
    tables.restart();
  }

  synchronized void restart() {
    tables.restart();
  }

  synchronized void misbehave(BoardMisbehaviour how) {
    misbehaviour = how;
  }

  synchronized void discrete(int address, boolean on) {
    tables.discretes[address] = on;
  }

  synchronized void input(int address, int value) {
    tables.inputs[address] = value & 0xFFFF;
  }

  synchronized boolean coil(int address) {
    return tables.coils[address];
  }

  synchronized int holding(int address) {
    return tables.holdings[address];
  }

  synchronized int buzzes() {
    return buzzes;
  }

  private List<byte[]> answer(BoardWire.Request request, byte[] asked) {
    int function = request.pdu[0] & 0xFF;
    return switch (misbehaviour) {
      case MUTE, NOISE_ONLY -> List.of();
      case ECHO_ONLY -> List.of(asked);
      case ECHO -> List.of(asked, good(request));
      case ILLEGAL_ADDRESS -> List.of(exception(request, function, 2));
      case FAILURE -> List.of(exception(request, function, 4));
      case BUSY -> List.of(exception(request, function, 6));
      case WRITES_FAIL -> List.of(function > 4 ? exception(request, function, 4) : good(request));
      case OTHER_UNIT -> List.of(framed(request, OTHER_UNIT, tables.answer(request.pdu)));
      case OTHER_UNIT_FIRST ->
          List.of(framed(request, OTHER_UNIT, new byte[] {4, 2, 0, 7}), good(request));
      case OTHER_FUNCTION -> List.of(framed(request, unit, new byte[] {0x11, 2, 0, 7}));
      case OTHER_TRANSACTION ->
          wire == BoardWire.RTU
              ? List.of()
              : List.of(wire.frame(request.transaction + 1, unit, tables.answer(request.pdu)));
      case LATE -> {
        waiting.add(new Waiting(good(request)));
        yield List.of();
      }
      case NOISE -> List.of(NOISE.clone(), good(request));
      case WRONG_CHECKSUM -> List.of(spoilt(good(request)));
      case CUT_SHORT -> {
        var good = good(request);
        yield List.of(Arrays.copyOf(good, good.length - 3));
      }
      case BYTE_BY_BYTE -> single(good(request));
      case NONE -> List.of(good(request));
    };
  }

  private byte[] good(BoardWire.Request request) {
    var answer = framed(request, unit, tables.answer(request.pdu));
    boolean buzzing = tables.coils[VirtualCabinet.BUZZER];
    buzzes += buzzing && !buzzed ? 1 : 0;
    buzzed = buzzing;
    return answer;
  }

  private byte[] exception(BoardWire.Request request, int function, int code) {
    return framed(request, unit, BoardTables.exception(function, code));
  }

  private byte[] framed(BoardWire.Request request, int from, byte[] pdu) {
    return wire.frame(request.transaction, from, pdu);
  }

  private byte[] spoilt(byte[] frame) {
    frame[wire == BoardWire.RTU ? frame.length - 1 : 5] ^= 0x55;
    return frame;
  }

  private static List<byte[]> single(byte[] bytes) {
    var pieces = new ArrayList<byte[]>();
    for (byte next : bytes) {
      pieces.add(new byte[] {next});
    }
    return pieces;
  }

  private static final class Waiting {
    private final long due = System.nanoTime() + LATENESS.toNanos();
    private final byte[] bytes;

    Waiting(byte[] bytes) {
      this.bytes = bytes;
    }
  }
}
