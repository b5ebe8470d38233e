package org.jiujin.device.virtual.card;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// A UnionPay debit card that nobody issued (EMV 4.3, PBOC 3.0).
///
/// Its number 6299 9900 0000 0009 passes the Luhn check and lies in a range that, as far as is known, no bank was given. Thread-safe.
public final class VirtualPaymentCard implements VirtualChipCard {
  /// The whole number.
  public static final String NUMBER = luhn("629999000000000");

  private static final byte[] RESET_ANSWER = hex("3B6800000073C84000009000");
  private static final byte[] DIRECTORY = ascii("1PAY.SYS.DDF01");
  private static final byte[] DEBIT = hex("A000000333010101");

  private final Layout layout;
  private final ResponseBuffer response = new ResponseBuffer();
  private Place place = Place.NOWHERE;

  public VirtualPaymentCard(Layout layout) {
    this.layout = layout;
  }

  private static String luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? 2 * digit : digit;
      sum += weighted / 10 + weighted % 10;
    }
    return digits + (10 - sum % 10) % 10;
  }

  @Override
  public byte[] answerToReset() {
    return RESET_ANSWER.clone();
  }

  @Override
  public synchronized void reset() {
    place = Place.NOWHERE;
    response.forget();
  }

  @Override
  public synchronized byte[] answer(byte[] bytes) {
    var command = CardCommand.parse(bytes);
    return switch (command.code()) {
      case 0x00A4 -> select(command);
      case 0x00C0 -> response.next(command.expected());
      case 0x00B2 -> readRecord(command);
      case 0x80A8 -> processingOptions(command);
      default -> CardAnswer.of(CardAnswer.NO_INSTRUCTION);
    };
  }

  private byte[] select(CardCommand command) {
    if (Arrays.equals(command.data(), DIRECTORY) && layout != Layout.WITHOUT_DIRECTORY) {
      place = Place.DIRECTORY;
      return response.keep(
          CardAnswer.object(
              0x6F,
              CardAnswer.object(0x84, DIRECTORY),
              CardAnswer.object(0xA5, CardAnswer.object(0x88, new byte[] {1}))));
    }
    if (!Arrays.equals(command.data(), DEBIT)) {
      return CardAnswer.of(CardAnswer.NO_FILE);
    }
    place = Place.DEBIT;
    return response.keep(
        CardAnswer.object(
            0x6F,
            CardAnswer.object(0x84, DEBIT),
            CardAnswer.object(
                0xA5,
                CardAnswer.object(0x50, ascii("PBOC DEBIT")),
                // amount, terminal's country, date: eleven bytes
                CardAnswer.object(0x9F38, hex("9F02069F1A029A03")))));
  }

  private byte[] processingOptions(CardCommand command) {
    if (place != Place.DEBIT || layout == Layout.REFUSES_OPTIONS) {
      return CardAnswer.of(0x6985);
    }
    if (!Arrays.equals(command.data(), CardAnswer.object(0x83, new byte[11]))) {
      return CardAnswer.of(CardAnswer.WRONG_LENGTH);
    }
    var profile = hex("7C00");
    var locator = hex("08010100" + "10010200");
    return response.keep(
        layout == Layout.TRACK_ONLY
            ? CardAnswer.object(
                0x77, CardAnswer.object(0x82, profile), CardAnswer.object(0x94, locator))
            : CardAnswer.object(0x80, profile, locator));
  }

  private byte[] readRecord(CardCommand command) {
    var record = record(command.p2() >> 3, command.p1());
    return record.length == 0
        ? CardAnswer.of(CardAnswer.NO_RECORD)
        : CardAnswer.of(CardAnswer.OK, record);
  }

  private byte[] record(int file, int number) {
    return switch (place) {
      case DIRECTORY ->
          file == 1 && number == 1
              ? CardAnswer.object(
                  0x70,
                  CardAnswer.object(
                      0x61,
                      CardAnswer.object(0x4F, DEBIT),
                      CardAnswer.object(0x50, ascii("PBOC DEBIT")),
                      CardAnswer.object(0x87, new byte[] {1})))
              : new byte[0];
      case DEBIT -> debitRecord(file, number);
      case NOWHERE -> new byte[0];
    };
  }

  /// The first record holds bytes that look like a number but are none: only a parser of objects is not fooled.
  private byte[] debitRecord(int file, int number) {
    var bait = CardAnswer.object(0x9F1F, hex("5A0A62888888888888888F"));
    if (file == 1 && number == 1) {
      return layout == Layout.NUMBER_IN_OBJECT
          ? CardAnswer.object(0x70, bait)
          : CardAnswer.object(
              0x70, bait, CardAnswer.object(0x57, hex(NUMBER + "D3012201" + "00000F")));
    }
    if (file == 2 && number == 1 && layout == Layout.NUMBER_IN_OBJECT) {
      return CardAnswer.object(
          0x70,
          CardAnswer.object(0x5A, hex(NUMBER)),
          CardAnswer.object(0x5F24, hex("301231")),
          CardAnswer.object(0x5F34, new byte[] {1}));
    }
    return new byte[0];
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private enum Place {
    NOWHERE,
    DIRECTORY,
    DEBIT
  }

  /// Where cards keep their number.
  public enum Layout {
    /// In an object of its own, behind the directory.
    NUMBER_IN_OBJECT,
    /// In the track only.
    TRACK_ONLY,
    /// The card has no directory; the application must be known.
    WITHOUT_DIRECTORY,
    /// The card names no files, and has its number in the first record.
    REFUSES_OPTIONS
  }
}
