package org.jiujin.device.virtual;

import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// The few calls of the C library that make a pseudo-terminal, on Linux.
///
/// No call blocks longer than its limit. Errors are [IOException]s with the error number.
@SuppressWarnings("restricted") // calling C is what this class is for
final class PosixTerminal {
  static final short READABLE = 0x001;
  static final short WRITABLE = 0x004;
  static final short HUNG_UP = 0x010;

  private static final int READ_WRITE = 2;
  private static final int NO_CONTROLLING_TERMINAL = 0x100;
  private static final int NON_BLOCKING = 0x800;
  private static final int CLOSE_ON_EXEC = 0x80000;

  /// Larger than `struct termios` on any Linux.
  private static final int TERMIOS_BYTES = 256;

  /// `TCGETS2` of x86 and ARM, which tells the speed as a number, in `c_ospeed` of `struct termios2`.
  private static final long GET_ATTRIBUTES_2 = 0x802C542AL;

  private static final long OUTPUT_SPEED_AT = 40;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong SIZE = ValueLayout.JAVA_LONG;
  private static final AddressLayout POINTER = ValueLayout.ADDRESS;

  private static final MethodHandle OPEN = handle("posix_openpt", INT, INT);
  private static final MethodHandle GRANT = handle("grantpt", INT, INT);
  private static final MethodHandle UNLOCK = handle("unlockpt", INT, INT);
  private static final MethodHandle NAME = handle("ptsname_r", INT, INT, POINTER, SIZE);
  private static final MethodHandle GET_ATTRIBUTES = handle("tcgetattr", INT, INT, POINTER);
  private static final MethodHandle SET_ATTRIBUTES = handle("tcsetattr", INT, INT, INT, POINTER);
  private static final MethodHandle POLL = handle("poll", INT, POINTER, SIZE, INT);
  private static final MethodHandle READ = handle("read", SIZE, INT, POINTER, SIZE);
  private static final MethodHandle WRITE = handle("write", SIZE, INT, POINTER, SIZE);
  private static final MethodHandle CLOSE = handle("close", INT, INT);
  private static final MethodHandle CONTROL =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("ioctl"),
          FunctionDescriptor.of(INT, INT, SIZE, POINTER),
          Linker.Option.captureCallState("errno"),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle MAKE_RAW =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("cfmakeraw"), FunctionDescriptor.ofVoid(POINTER));

  private PosixTerminal() {}

  /// Makes a new pseudo-terminal in raw mode and answers its master side.
  static int open() throws IOException {
    try (var arena = Arena.ofConfined()) {
      int flags = READ_WRITE | NO_CONTROLLING_TERMINAL | NON_BLOCKING | CLOSE_ON_EXEC;
      int master = (int) checked(arena, "posix_openpt", OPEN, flags);
      try {
        checked(arena, "grantpt", GRANT, master);
        checked(arena, "unlockpt", UNLOCK, master);
        makeRaw(arena, master);
        return master;
      } catch (IOException failed) {
        close(master);
        throw failed;
      }
    }
  }

  /// The path of the other side.
  static String name(int master) throws IOException {
    try (var arena = Arena.ofConfined()) {
      var name = arena.allocate(128);
      checkedZero("ptsname_r", (int) call(arena, NAME, master, name, name.byteSize()));
      return name.getString(0);
    }
  }

  /// Waits until one of the wanted things is so, or the limit passes; answers what is so.
  static short poll(int master, short wanted, int limitMilliseconds) throws IOException {
    try (var arena = Arena.ofConfined()) {
      var request = arena.allocate(8);
      request.set(INT, 0, master);
      request.set(ValueLayout.JAVA_SHORT, 4, wanted);
      checked(arena, "poll", POLL, request, 1L, limitMilliseconds);
      return request.get(ValueLayout.JAVA_SHORT, 6);
    }
  }

  /// Reads what is there, without waiting.
  static byte[] read(int master, int mostBytes) throws IOException {
    try (var arena = Arena.ofConfined()) {
      var buffer = arena.allocate(mostBytes);
      long count = checked(arena, "read", READ, master, buffer, (long) mostBytes);
      return buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE);
    }
  }

  /// Writes what fits, without waiting; answers how much it was.
  static int write(int master, byte[] bytes, int from) throws IOException {
    try (var arena = Arena.ofConfined()) {
      var buffer = arena.allocate(bytes.length - from);
      MemorySegment.copy(bytes, from, buffer, ValueLayout.JAVA_BYTE, 0, bytes.length - from);
      return (int) checked(arena, "write", WRITE, master, buffer, buffer.byteSize());
    }
  }

  /// The speed to which the other side was set, in baud.
  static int speed(int master) throws IOException {
    try (var arena = Arena.ofConfined()) {
      var attributes = arena.allocate(TERMIOS_BYTES);
      checked(arena, "ioctl", CONTROL, master, GET_ATTRIBUTES_2, attributes);
      return attributes.get(INT, OUTPUT_SPEED_AT);
    }
  }

  static void close(int master) {
    try (var arena = Arena.ofConfined()) {
      call(arena, CLOSE, master); // the number is free again whatever the answer
    }
  }

  private static void makeRaw(Arena arena, int master) throws IOException {
    var attributes = arena.allocate(TERMIOS_BYTES);
    checked(arena, "tcgetattr", GET_ATTRIBUTES, master, attributes);
    try {
      MAKE_RAW.invoke(attributes);
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
    checked(arena, "tcsetattr", SET_ATTRIBUTES, master, 0, attributes);
  }

  private static long checked(Arena arena, String name, MethodHandle handle, Object... arguments)
      throws IOException {
    var state = arena.allocate(STATE);
    long answer = callWith(state, handle, arguments);
    if (answer < 0) {
      throw new IOException(name + " failed, error " + (int) ERRNO.get(state, 0L));
    }
    return answer;
  }

  private static void checkedZero(String name, int answer) throws IOException {
    if (answer != 0) {
      throw new IOException(name + " failed, error " + answer);
    }
  }

  private static long call(Arena arena, MethodHandle handle, Object... arguments) {
    return callWith(arena.allocate(STATE), handle, arguments);
  }

  private static long callWith(MemorySegment state, MethodHandle handle, Object... arguments) {
    var all = new Object[arguments.length + 1];
    all[0] = state;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    try {
      return ((Number) handle.invokeWithArguments(all)).longValue();
    } catch (Throwable impossible) { // a downcall throws nothing unless its arguments are wrong
      throw new AssertionError(impossible);
    }
  }

  private static MethodHandle handle(String name, MemoryLayout answer, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(answer, arguments),
        Linker.Option.captureCallState("errno"));
  }
}
