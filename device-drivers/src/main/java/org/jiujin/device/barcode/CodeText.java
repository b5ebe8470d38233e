package org.jiujin.device.barcode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jiujin.device.scanner.ScannedCode;
import org.jiujin.device.scanner.Symbology;

/// Turns the bytes of one code into its text: UTF-8 if that is what they are, else GB 18030.
final class CodeText {
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

  /// What structured codes separate their fields with: end of transmission, tab, line feed, carriage return, and the four
  /// separators.
  private static final String SEPARATORS = "\u0004\t\n\r\u001C\u001D\u001E\u001F";

  private static final byte ACKNOWLEDGE = 0x06;
  private static final byte REFUSE = 0x15;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final boolean aim;

  /// @param aim whether each code begins with its symbology; one that does not is noise
  CodeText(boolean aim) {
    this.aim = aim;
  }

  /// What the bytes say; empty when they are noise.
  Optional<ScannedCode> read(byte[] bytes) {
    var code = withoutReplies(bytes);
    if (!aim) {
      return text(code).map(text -> new ScannedCode(Symbology.UNTOLD, text));
    }
    return Aim.symbology(code)
        .flatMap(
            symbology -> text(Aim.without(code)).map(text -> new ScannedCode(symbology, text)));
  }

  /// Some scanners confirm a trigger with a byte.
  private static byte[] withoutReplies(byte[] bytes) {
    int from = 0;
    while (from < bytes.length && (bytes[from] == ACKNOWLEDGE || bytes[from] == REFUSE)) {
      from++;
    }
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }

  private static Optional<String> text(byte[] bytes) {
    return CHARSETS.stream()
        .flatMap(charset -> decoded(bytes, charset).stream())
        .findFirst()
        .filter(text -> !text.isBlank() && text.chars().allMatch(CodeText::written));
  }

  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    try {
      var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text);
    } catch (CharacterCodingException anotherCharset) {
      return Optional.empty();
    }
  }

  private static boolean written(int next) {
    return !Character.isISOControl(next) || SEPARATORS.indexOf(next) >= 0;
  }
}
