package org.jiujin.device.pcsc;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jiujin.device.iso7816.Apdu;
import org.jiujin.device.iso7816.ExchangeException;
import org.jiujin.device.iso7816.ExchangeException.Reason;

/// PC/SC by libpcsclite itself. Every context is a connection of its own to the service, so that one that hangs or was lost
/// harms no other (ADR 10).
final class NativePcsc implements ResourceManager {
  private static final long SCOPE_SYSTEM = 2;
  private static final long SHARED = 2;
  private static final long T0 = 1;
  private static final long T1 = 2;
  private static final long RESET = 1;

  /// `SCARD_READERSTATE`: name, user data, current state, event state, length and bytes of the ATR.
  private static final long STATE_BYTES = 80;

  private static final long EVENT_AT = 24;

  private static final long UNKNOWN_OR_UNAVAILABLE = 0x4 | 0x8;
  private static final long PRESENT = 0x20;
  private static final int MOST_NAMES_BYTES = 16_384;

  /// Room for 256 bytes and a status word.
  private static final int ANSWER_BYTES = 258 + 6;

  private static final ValueLayout.OfLong DWORD = ValueLayout.JAVA_LONG;

  @Override
  public Context establish() throws ExchangeException {
    var library =
        PcscLibrary.loaded()
            .orElseThrow(() -> new ExchangeException(Reason.SERVICE_DOWN, "no libpcsclite"));
    try (var arena = Arena.ofConfined()) {
      var context = arena.allocate(DWORD);
      library.establish(SCOPE_SYSTEM, context);
      return new NativeContext(library, context.get(DWORD, 0));
    }
  }

  @Override
  public void abandon() {
    // every context is its own already
  }

  private record NativeContext(PcscLibrary library, long handle) implements Context {
    @Override
    public List<String> readers() throws ExchangeException {
      try (var arena = Arena.ofConfined()) {
        var length = arena.allocate(DWORD);
        length.set(DWORD, 0, MOST_NAMES_BYTES);
        var names = arena.allocate(MOST_NAMES_BYTES);
        return library.list(handle, names, length) ? names(names) : List.of();
      }
    }

    /// Each ends with a zero; an empty one ends the list.
    private static List<String> names(MemorySegment bytes) {
      var names = new ArrayList<String>();
      for (long at = 0; at < bytes.byteSize() && bytes.get(ValueLayout.JAVA_BYTE, at) != 0; ) {
        var name = bytes.getString(at);
        names.add(name);
        at += name.getBytes(StandardCharsets.UTF_8).length + 1;
      }
      return List.copyOf(names);
    }

    @Override
    public Slot look(String reader) throws ExchangeException {
      try (var arena = Arena.ofConfined()) {
        var state = arena.allocate(STATE_BYTES, Long.BYTES);
        state.set(ValueLayout.ADDRESS, 0, arena.allocateFrom(reader));
        library.status(handle, state, 1);
        long event = state.get(DWORD, EVENT_AT);
        if ((event & UNKNOWN_OR_UNAVAILABLE) != 0) {
          throw new ExchangeException(Reason.READER_GONE, "state %X".formatted(event));
        }
        return new Slot((event & PRESENT) != 0, (int) (event >> 16 & 0xFFFF));
      }
    }

    @Override
    public Connection connect(String reader) throws ExchangeException {
      try (var arena = Arena.ofConfined()) {
        var card = arena.allocate(DWORD);
        var protocol = arena.allocate(DWORD);
        library.connect(handle, arena.allocateFrom(reader), SHARED, T0 | T1, card, protocol);
        return new NativeConnection(library, card.get(DWORD, 0), protocol.get(DWORD, 0));
      }
    }

    @Override
    public void close() {
      library.release(handle);
    }
  }

  private record NativeConnection(PcscLibrary library, long card, long protocol)
      implements Connection {
    @Override
    public byte[] transmit(Apdu command) throws ExchangeException {
      try (var arena = Arena.ofConfined()) {
        var bytes = protocol == T0 ? command.encodedForT0() : command.encoded();
        var sent = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
        Arrays.fill(bytes, (byte) 0);
        var answer = arena.allocate(ANSWER_BYTES);
        try {
          return transmit(arena, sent, answer);
        } finally {
          sent.fill((byte) 0);
          answer.fill((byte) 0);
        }
      }
    }

    private byte[] transmit(Arena arena, MemorySegment sent, MemorySegment answer)
        throws ExchangeException {
      var request = arena.allocate(2 * Long.BYTES, Long.BYTES);
      request.set(DWORD, 0, protocol);
      request.set(DWORD, Long.BYTES, 2 * Long.BYTES);
      var length = arena.allocate(DWORD);
      length.set(DWORD, 0, ANSWER_BYTES);
      library.transmit(card, request, sent, answer, length);
      return answer.asSlice(0, length.get(DWORD, 0)).toArray(ValueLayout.JAVA_BYTE);
    }

    @Override
    public void close() {
      library.disconnect(card, RESET);
    }
  }
}
