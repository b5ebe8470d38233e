package org.jiujin.device.zxing;

import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Map;
import java.util.Optional;

/// Has ZXing read the text of a symbol.
///
/// Where the symbol names no charset its bytes are UTF-8 if they can be, else GB 18030.
final class Texts {
  private static final char NO_CHARACTER = '\uFFFD';
  private static final Map<DecodeHintType, ?> UTF_8 = Map.of(DecodeHintType.CHARACTER_SET, "UTF-8");
  private static final Map<DecodeHintType, ?> GB_18030 =
      Map.of(DecodeHintType.CHARACTER_SET, "GB18030");

  private final Decoder decoder = new Decoder();

  /// The text; empty when the bits are no text after all.
  Optional<String> of(BitMatrix symbol) {
    try {
      var text = decoder.decode(symbol, UTF_8).getText();
      return Optional.of(
          text.indexOf(NO_CHARACTER) < 0 ? text : decoder.decode(symbol, GB_18030).getText());
    } catch (FormatException | ChecksumException noText) {
      return Optional.empty();
    }
  }
}
