package org.jiujin.device.iso7816;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jiujin.device.chipcard.Insertion;
import org.jiujin.device.chipcard.PaymentCard;

/// Number and expiry of a bank card, from its records (EMV book 3, annex A): 5A and 5F24, or 57. Masks itself.
final class PaymentNumber {
  private static final int LEAST_DIGITS = 12;
  private static final int MOST_DIGITS = 19;
  private static final int SHOWN_IN_FRONT = 6;
  private static final int SHOWN_AT_THE_END = 4;

  private Optional<char[]> digits = Optional.empty();
  private Optional<YearMonth> expires = Optional.empty();

  /// Takes what one record says; bytes that are no record say nothing.
  void take(byte[] record) {
    Tlv.find(record, 0x70, 0x5A).ifPresent(this::takeNumber);
    Tlv.find(record, 0x70, 0x5F24).ifPresent(day -> takeMonth(hex(day)));
    Tlv.find(record, 0x70, 0x57).ifPresent(this::takeTrack);
  }

  boolean complete() {
    return digits.isPresent() && expires.isPresent();
  }

  /// The card; empty when number or expiry were not found, or the number's check digit is wrong.
  Optional<PaymentCard> card(Insertion insertion) {
    return digits
        .filter(PaymentNumber::passesLuhn)
        .flatMap(number -> expires.map(month -> new PaymentCard(insertion, masked(number), month)));
  }

  void wipe() {
    digits.ifPresent(number -> Arrays.fill(number, '0'));
    digits = Optional.empty();
  }

  private void takeNumber(byte[] bytes) {
    keep(hex(bytes).replaceAll("F+$", ""));
    Arrays.fill(bytes, (byte) 0);
  }

  /// Number, separator, year and month: a track 2 as the magnetic stripe would have it.
  private void takeTrack(byte[] bytes) {
    var track = hex(bytes);
    Arrays.fill(bytes, (byte) 0);
    int separator = track.indexOf('D');
    if (separator > 0 && track.length() >= separator + 5) {
      keep(track.substring(0, separator));
      takeMonth(track.substring(separator + 1, separator + 5));
    }
  }

  private void keep(String number) {
    if (digits.isEmpty() && number.matches("\\d{%d,%d}".formatted(LEAST_DIGITS, MOST_DIGITS))) {
      digits = Optional.of(number.toCharArray());
    }
  }

  private void takeMonth(String yearAndMonth) {
    if (expires.isPresent() || !yearAndMonth.matches("\\d{4}(\\d\\d)?")) {
      return;
    }
    try {
      int year = 2000 + Integer.parseInt(yearAndMonth.substring(0, 2));
      expires = Optional.of(YearMonth.of(year, Integer.parseInt(yearAndMonth.substring(2, 4))));
    } catch (DateTimeException impossible) {
      expires = Optional.empty();
    }
  }

  private static String masked(char[] number) {
    int hidden = number.length - SHOWN_IN_FRONT - SHOWN_AT_THE_END;
    return new String(number, 0, SHOWN_IN_FRONT)
        + "*".repeat(hidden)
        + new String(number, number.length - SHOWN_AT_THE_END, SHOWN_AT_THE_END);
  }

  /// ISO/IEC 7812-1, annex B.
  private static boolean passesLuhn(char[] number) {
    int sum = 0;
    for (int i = 0; i < number.length; i++) {
      int digit = number[number.length - 1 - i] - '0';
      int weighted = i % 2 == 0 ? digit : 2 * digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }

  @Override
  public String toString() {
    return "PaymentNumber[masked]";
  }
}
