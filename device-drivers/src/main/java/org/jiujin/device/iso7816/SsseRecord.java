package org.jiujin.device.iso7816;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jiujin.device.chipcard.SocialSecurityCard;

/// One record of a social-security card: tag, length, value (devices reference, 5.1, "Files"). Masks itself.
final class SsseRecord {
  private static final Charset GBK = Charset.forName("GBK");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  private final byte[] value;

  private SsseRecord(byte[] value) {
    this.value = value;
  }

  /// Reads an answer to READ RECORD; empty when it is not the record that was asked for, or shorter than it says.
  static Optional<SsseRecord> parse(SsseField field, byte[] answer) {
    if (answer.length < 2
        || (answer[0] & 0xFF) != field.tag()
        || (answer[1] & 0xFF) != field.length()
        || answer.length < 2 + field.length()) {
      return Optional.empty();
    }
    return Optional.of(new SsseRecord(Arrays.copyOfRange(answer, 2, 2 + field.length())));
  }

  /// Letters and digits, without what fills the field up.
  String text() {
    return text(value, StandardCharsets.US_ASCII);
  }

  /// Digits, two in a byte, without the letters that fill the field up.
  String digits() {
    return hex().replaceAll("[A-F]+$", "");
  }

  String hex() {
    return HexFormat.of().withUpperCase().formatHex(value);
  }

  /// A day; [SocialSecurityCard#NO_DAY] when the field is filled up, or says an impossible one.
  LocalDate day() {
    try {
      return LocalDate.parse(hex(), DAY);
    } catch (DateTimeParseException none) {
      return SocialSecurityCard.NO_DAY;
    }
  }

  /// A name that may go on in an extension; joined before it is decoded, because a character may lie across the seam.
  static String name(SsseRecord name, Optional<SsseRecord> extension) {
    int end = end(name.value);
    var rest = extension.map(record -> record.value).orElseGet(() -> new byte[0]);
    var joined = Arrays.copyOf(name.value, end + rest.length);
    System.arraycopy(rest, 0, joined, end, rest.length);
    var text = text(joined, GBK);
    Arrays.fill(joined, (byte) 0);
    return text;
  }

  byte[] value() {
    return value.clone();
  }

  void wipe() {
    Arrays.fill(value, (byte) 0);
  }

  private static String text(byte[] bytes, Charset charset) {
    return new String(bytes, 0, end(bytes), charset);
  }

  private static int end(byte[] bytes) {
    int end = bytes.length;
    while (end > 0
        && (bytes[end - 1] == 0 || bytes[end - 1] == ' ' || bytes[end - 1] == (byte) 0xFF)) {
      end--;
    }
    return end;
  }

  @Override
  public String toString() {
    return "SsseRecord[" + value.length + " bytes]";
  }
}
