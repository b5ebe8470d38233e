package org.jiujin.device.pcsc;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.jiujin.device.iso7816.ExchangeException;

/// The calls of libpcsclite on 64-bit Linux, where `DWORD` has eight bytes (devices reference, 4.2).
@SuppressWarnings("restricted") // calling C is what this class is for
final class PcscLibrary {
  private static final String NAME = "libpcsclite.so.1";
  private static final ValueLayout.OfLong DWORD = ValueLayout.JAVA_LONG;
  private static final MemoryLayout POINTER = ValueLayout.ADDRESS;
  private static final Optional<PcscLibrary> LOADED = load();

  private final MethodHandle establish;
  private final MethodHandle release;
  private final MethodHandle list;
  private final MethodHandle status;
  private final MethodHandle connect;
  private final MethodHandle disconnect;
  private final MethodHandle transmit;

  private PcscLibrary(SymbolLookup library) {
    establish = handle(library, "SCardEstablishContext", DWORD, POINTER, POINTER, POINTER);
    release = handle(library, "SCardReleaseContext", DWORD);
    list = handle(library, "SCardListReaders", DWORD, POINTER, POINTER, POINTER);
    status = handle(library, "SCardGetStatusChange", DWORD, DWORD, POINTER, DWORD);
    connect = handle(library, "SCardConnect", DWORD, POINTER, DWORD, DWORD, POINTER, POINTER);
    disconnect = handle(library, "SCardDisconnect", DWORD, DWORD);
    transmit =
        handle(library, "SCardTransmit", DWORD, POINTER, POINTER, DWORD, POINTER, POINTER, POINTER);
  }

  /// The library; empty where it is not installed.
  static Optional<PcscLibrary> loaded() {
    return LOADED;
  }

  void establish(long scope, MemorySegment context) throws ExchangeException {
    checked(call(establish, scope, MemorySegment.NULL, MemorySegment.NULL, context));
  }

  /// The answer does not matter: the context is gone afterwards.
  void release(long context) {
    call(release, context);
  }

  /// Answers false when there are none.
  boolean list(long context, MemorySegment names, MemorySegment length) throws ExchangeException {
    int word = call(list, context, MemorySegment.NULL, names, length);
    if (word != PcscWord.E_NO_READERS_AVAILABLE.code()) {
      checked(word);
    }
    return word == PcscWord.OK;
  }

  void status(long context, MemorySegment states, long count) throws ExchangeException {
    checked(call(status, context, 0L, states, count));
  }

  void connect(
      long context,
      MemorySegment reader,
      long share,
      long protocols,
      MemorySegment card,
      MemorySegment protocol)
      throws ExchangeException {
    checked(call(connect, context, reader, share, protocols, card, protocol));
  }

  /// The answer does not matter: the card is let go of in any case.
  void disconnect(long card, long disposition) {
    call(disconnect, card, disposition);
  }

  void transmit(
      long card,
      MemorySegment protocol,
      MemorySegment command,
      MemorySegment answer,
      MemorySegment length)
      throws ExchangeException {
    checked(
        call(
            transmit,
            card,
            protocol,
            command,
            command.byteSize(),
            MemorySegment.NULL,
            answer,
            length));
  }

  private static void checked(int word) throws ExchangeException {
    if (word != PcscWord.OK) {
      throw PcscWord.exception(word);
    }
  }

  /// Status words have 32 bits in an answer of 64.
  private static int call(MethodHandle handle, Object... arguments) {
    try {
      return (int) (long) (Long) handle.invokeWithArguments(arguments);
    } catch (Throwable impossible) { // a downcall throws nothing unless its arguments are wrong
      throw new AssertionError(impossible);
    }
  }

  private static MethodHandle handle(SymbolLookup library, String name, MemoryLayout... arguments) {
    return Linker.nativeLinker()
        .downcallHandle(library.findOrThrow(name), FunctionDescriptor.of(DWORD, arguments));
  }

  private static Optional<PcscLibrary> load() {
    try {
      return Optional.of(new PcscLibrary(SymbolLookup.libraryLookup(NAME, Arena.global())));
    } catch (IllegalArgumentException notInstalled) {
      return Optional.empty();
    }
  }
}
