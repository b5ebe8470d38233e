package org.jiujin.device.virtual;

import java.io.ByteArrayOutputStream;

/// The four tables of an IO board, and what requests do to them. Not thread-safe; the peer is.
final class BoardTables {
  /// Addresses from here on do not exist.
  static final int CELLS = 16;

  private static final int ILLEGAL_FUNCTION = 1;
  private static final int ILLEGAL_ADDRESS = 2;
  private static final int ILLEGAL_VALUE = 3;

  final boolean[] coils = new boolean[CELLS];
  final boolean[] discretes = new boolean[CELLS];
  final int[] holdings = new int[CELLS];
  final int[] inputs = new int[CELLS];

  /// Answers a request of at least five bytes, function first.
  byte[] answer(byte[] request) {
    int function = request[0] & 0xFF;
    int address = word(request, 1);
    int count = word(request, 3);
    return switch (function) {
      case 1 -> bits(function, coils, address, count);
      case 2 -> bits(function, discretes, address, count);
      case 3 -> words(function, holdings, address, count);
      case 4 -> words(function, inputs, address, count);
      case 5 -> setCoil(request, address, count);
      case 6 -> setHolding(request, address, count);
      case 15 -> setCoils(request, address, count);
      case 16 -> setHoldings(request, address, count);
      default -> exception(function, ILLEGAL_FUNCTION);
    };
  }

  static byte[] exception(int function, int code) {
    return new byte[] {(byte) (function | 0x80), (byte) code};
  }

  /// Outputs fall back to off when the power comes back.
  void restart() {
    java.util.Arrays.fill(coils, false);
    java.util.Arrays.fill(holdings, 0);
  }

  private static byte[] bits(int function, boolean[] table, int from, int count) {
    if (from + count > CELLS || count == 0) {
      return exception(function, ILLEGAL_ADDRESS);
    }
    var answer = new byte[2 + (count + 7) / 8];
    answer[0] = (byte) function;
    answer[1] = (byte) (answer.length - 2);
    for (int i = 0; i < count; i++) {
      answer[2 + i / 8] |= (byte) (table[from + i] ? 1 << i % 8 : 0);
    }
    return answer;
  }

  private static byte[] words(int function, int[] table, int from, int count) {
    if (from + count > CELLS || count == 0) {
      return exception(function, ILLEGAL_ADDRESS);
    }
    var answer = new ByteArrayOutputStream();
    answer.write(function);
    answer.write(2 * count);
    for (int i = from; i < from + count; i++) {
      answer.write(table[i] >> 8);
      answer.write(table[i]);
    }
    return answer.toByteArray();
  }

  private byte[] setCoil(byte[] request, int address, int value) {
    if (address >= CELLS) {
      return exception(5, ILLEGAL_ADDRESS);
    }
    if (value != 0 && value != 0xFF00) {
      return exception(5, ILLEGAL_VALUE);
    }
    coils[address] = value != 0;
    return java.util.Arrays.copyOf(request, 5);
  }

  private byte[] setHolding(byte[] request, int address, int value) {
    if (address >= CELLS) {
      return exception(6, ILLEGAL_ADDRESS);
    }
    holdings[address] = value;
    return java.util.Arrays.copyOf(request, 5);
  }

  private byte[] setCoils(byte[] request, int from, int count) {
    if (from + count > CELLS || request.length < 6 + (count + 7) / 8) {
      return exception(15, ILLEGAL_ADDRESS);
    }
    for (int i = 0; i < count; i++) {
      coils[from + i] = (request[6 + i / 8] >> i % 8 & 1) != 0;
    }
    return java.util.Arrays.copyOf(request, 5);
  }

  private byte[] setHoldings(byte[] request, int from, int count) {
    if (from + count > CELLS || request.length < 6 + 2 * count) {
      return exception(16, ILLEGAL_ADDRESS);
    }
    for (int i = 0; i < count; i++) {
      holdings[from + i] = word(request, 6 + 2 * i);
    }
    return java.util.Arrays.copyOf(request, 5);
  }

  static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }
}
