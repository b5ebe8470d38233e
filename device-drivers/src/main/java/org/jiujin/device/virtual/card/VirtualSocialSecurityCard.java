package org.jiujin.device.virtual.card;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// A social-security card with invented data, of generation 1, 2 or 3 (devices reference, 5.1).
///
/// Generation 3 keeps days and holder back until it is shown a proof; its "cryptography" is invented too and only fits
/// [#proof(byte\[\])]. Thread-safe.
public final class VirtualSocialSecurityCard implements VirtualChipCard {
  private static final Charset GBK = Charset.forName("GBK");
  private static final byte[] RESET_ANSWER = hex("3B690000535353450102030405");
  private static final byte[] NAME = hex("7378312E73682EC9E7BBE1B1A3D5CF");
  private static final byte[] CONTROL =
      hex("6F19840F7378312E73682EC9E7BBE1B1A3D5CFA5069F0C03860103");
  private static final int NAME_BYTES = 30;
  private static final int EXTENSION_BYTES = 20;
  private static final int PROOF_BYTES = 16;
  private static final byte WHITENING = 0x5A;

  private final int generation;
  private final Habit habit;
  private final Map<Integer, byte[]> base = new LinkedHashMap<>();
  private final Map<Integer, byte[]> holder = new LinkedHashMap<>();
  private final ResponseBuffer response = new ResponseBuffer();
  private boolean selected;
  private int file;
  private boolean proven;
  private int challenges;
  private byte[] lastChallenges = new byte[PROOF_BYTES];

  /// @param generation 1, 2 or 3
  /// @param name up to 25 characters; what does not fit into the name's record goes into its extension
  public VirtualSocialSecurityCard(int generation, String name, Habit habit) {
    if (generation < 1 || generation > 3) {
      throw new IllegalArgumentException("no such generation: " + generation);
    }
    this.generation = generation;
    this.habit = habit;
    fill(name);
  }

  /// A woman who does not exist, on a card that behaves well.
  public static VirtualSocialSecurityCard ofGeneration(int generation) {
    return new VirtualSocialSecurityCard(generation, "甘测试", Habit.ANSWERS_AT_ONCE);
  }

  /// What a security module would answer to the 16 bytes that the card wants worked on.
  public static byte[] proof(byte[] externalInput) {
    var proof = externalInput.clone();
    for (int i = 0; i < proof.length; i++) {
      proof[i] ^= WHITENING;
    }
    return proof;
  }

  private void fill(String name) {
    base.put(0x01, hex("621121D15600000500000000000000AA"));
    base.put(0x02, ascii("1"));
    base.put(0x03, ascii(generation + ".00"));
    base.put(0x04, hex("915600000262112100000001"));
    base.put(0x05, hex("20200101"));
    base.put(0x06, hex("20300101"));
    base.put(0x07, ascii("X00000001"));
    var bytes = name.getBytes(GBK);
    // Order code 000 is never issued.
    holder.put(0x08, ascii("621121195803120003"));
    holder.put(0x09, padded(bytes, 0, NAME_BYTES));
    if (generation > 1) {
      holder.put(0x4E, padded(bytes, NAME_BYTES, EXTENSION_BYTES));
    }
    holder.put(0x0A, ascii("2"));
    holder.put(0x0B, hex("01"));
    holder.put(0x0C, hex("621121"));
    holder.put(0x0D, hex("19580312"));
  }

  /// The same card without a record that others have.
  public VirtualSocialSecurityCard without(int tag) {
    base.remove(tag);
    holder.remove(tag);
    return this;
  }

  @Override
  public byte[] answerToReset() {
    return RESET_ANSWER.clone();
  }

  @Override
  public synchronized void reset() {
    selected = false;
    proven = false;
    file = 0;
    response.forget();
  }

  @Override
  public synchronized byte[] answer(byte[] bytes) {
    var command = CardCommand.parse(bytes);
    if (command.body().wrong()) {
      return CardAnswer.of(CardAnswer.WRONG_LENGTH);
    }
    return switch (command.code()) {
      case 0x00A4 -> select(command);
      case 0x00C0 -> response.next(command.expected());
      case 0x00B2 -> readRecord(command);
      case 0x0084 -> challenge(command);
      case 0x0088 -> internalProof(command);
      case 0x0082 -> externalProof(command);
      default -> CardAnswer.of(CardAnswer.NO_INSTRUCTION);
    };
  }

  private byte[] select(CardCommand command) {
    if (command.p1() == 4) {
      if (!Arrays.equals(command.data(), NAME)) {
        return CardAnswer.of(CardAnswer.NO_FILE);
      }
      selected = true;
      file = 0;
      return habit == Habit.WANTS_GET_RESPONSE ? response.keep(CONTROL) : response.begin(CONTROL);
    }
    if (command.data().length != 2 || (command.p1() == 2) == (habit == Habit.SELECTS_BY_ZERO)) {
      return CardAnswer.of(CardAnswer.WRONG_PARAMETERS);
    }
    int wanted = (command.data()[0] & 0xFF) << 8 | (command.data()[1] & 0xFF);
    if (!selected || (wanted != 0xEF05 && wanted != 0xEF06)) {
      return CardAnswer.of(CardAnswer.NO_FILE);
    }
    file = wanted;
    return CardAnswer.of(CardAnswer.OK);
  }

  private byte[] readRecord(CardCommand command) {
    if (file == 0) {
      return CardAnswer.of(0x6986);
    }
    var records = file == 0xEF05 ? base : holder;
    int tag = command.p2() == 0 ? command.p1() : tagOfNumber(records, command.p1());
    var value = records.get(tag);
    if (value == null) {
      return CardAnswer.of(CardAnswer.NO_RECORD);
    }
    if (locked(tag)) {
      return CardAnswer.of(CardAnswer.SECURITY);
    }
    int filler = habit == Habit.CORRECTS_LENGTHS ? 1 : 0;
    int length = value.length + 2 + filler;
    return command.expected() == length
        ? CardAnswer.of(
            CardAnswer.OK, new byte[] {(byte) tag, (byte) value.length}, value, new byte[filler])
        : CardAnswer.of(0x6C00 | length);
  }

  private static int tagOfNumber(Map<Integer, byte[]> records, int number) {
    return records.keySet().stream().skip(Math.max(0, number - 1)).findFirst().orElse(-1);
  }

  private boolean locked(int tag) {
    return generation == 3 && !proven && (file == 0xEF06 || tag == 0x05 || tag == 0x06);
  }

  /// Counted up and not drawn, so that a test can be repeated.
  private byte[] challenge(CardCommand command) {
    if (generation < 3) {
      return CardAnswer.of(CardAnswer.NO_INSTRUCTION);
    }
    if (command.expected() != 8) {
      return CardAnswer.of(CardAnswer.WRONG_LENGTH);
    }
    var challenge = new byte[8];
    Arrays.fill(challenge, (byte) ++challenges);
    System.arraycopy(lastChallenges, 8, lastChallenges, 0, 8);
    System.arraycopy(challenge, 0, lastChallenges, 8, 8);
    return CardAnswer.of(CardAnswer.OK, challenge);
  }

  private byte[] internalProof(CardCommand command) {
    return generation < 3 || command.data().length != PROOF_BYTES
        ? CardAnswer.of(CardAnswer.WRONG_LENGTH)
        : response.keep(proof(command.data()));
  }

  private byte[] externalProof(CardCommand command) {
    if (generation < 3 || command.p2() != 0x0A) {
      return CardAnswer.of(0x6A88);
    }
    proven = Arrays.equals(command.data(), proof(lastChallenges));
    lastChallenges = new byte[PROOF_BYTES];
    return CardAnswer.of(proven ? CardAnswer.OK : 0x6300);
  }

  private static byte[] padded(byte[] bytes, int from, int length) {
    var field = new byte[length];
    int count = Math.max(0, Math.min(length, bytes.length - from));
    if (count > 0) {
      System.arraycopy(bytes, from, field, 0, count);
    }
    return field;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  /// In what cards differ.
  public enum Habit {
    /// Data come with the answer.
    ANSWERS_AT_ONCE,
    /// Selecting answers 61xx, as T=0 wants it.
    WANTS_GET_RESPONSE,
    /// Every record is one byte longer than the tables say, and the card corrects the length by 6Cxx.
    CORRECTS_LENGTHS,
    /// Files are selected with P1 = 00 instead of 02.
    SELECTS_BY_ZERO
  }
}
