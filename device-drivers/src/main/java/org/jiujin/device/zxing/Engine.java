package org.jiujin.device.zxing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiujin.device.scanner.ScannedCode;
import org.jiujin.device.scanner.Symbology;

/// ZXing as it is, for every symbology but QR codes, and for QR codes where our own way did not find one.
final class Engine {
  private static final Set<BarcodeFormat> LINEAR =
      EnumSet.of(
          BarcodeFormat.CODE_128,
          BarcodeFormat.CODE_39,
          BarcodeFormat.CODE_93,
          BarcodeFormat.EAN_13,
          BarcodeFormat.EAN_8,
          BarcodeFormat.UPC_A,
          BarcodeFormat.UPC_E,
          BarcodeFormat.ITF,
          BarcodeFormat.CODABAR);
  private static final Set<BarcodeFormat> ALL = all();

  /// How hard to look for what.
  enum Mode {
    LINEAR_QUICK(true, false),
    LINEAR_THOROUGH(true, true),
    QUICK(false, false),
    THOROUGH(false, true);

    private final boolean linear;
    private final boolean thorough;

    Mode(boolean linear, boolean thorough) {
      this.linear = linear;
      this.thorough = thorough;
    }

    private Map<DecodeHintType, Object> hints() {
      var hints = new EnumMap<DecodeHintType, Object>(DecodeHintType.class);
      hints.put(DecodeHintType.POSSIBLE_FORMATS, linear ? LINEAR : ALL);
      if (thorough) {
        hints.put(DecodeHintType.TRY_HARDER, true);
        hints.put(DecodeHintType.ALSO_INVERTED, true);
      }
      return hints;
    }
  }

  private final MultiFormatReader reader = new MultiFormatReader();

  Optional<ScannedCode> read(LuminanceSource source, Mode mode) {
    return read(new HybridBinarizer(source), mode);
  }

  /// With one threshold for the whole picture: for clean pictures with little light or few pixels.
  Optional<ScannedCode> readPlain(LuminanceSource source, Mode mode) {
    return read(new GlobalHistogramBinarizer(source), mode);
  }

  private Optional<ScannedCode> read(com.google.zxing.Binarizer binarizer, Mode mode) {
    try {
      reader.setHints(mode.hints());
      return Optional.of(code(reader.decodeWithState(new BinaryBitmap(binarizer))));
    } catch (NotFoundException nothing) {
      return Optional.empty();
    } finally {
      reader.reset();
    }
  }

  private static ScannedCode code(Result result) {
    return new ScannedCode(symbology(result.getBarcodeFormat()), result.getText());
  }

  private static Symbology symbology(BarcodeFormat format) {
    return switch (format) {
      case QR_CODE -> Symbology.QR_CODE;
      case DATA_MATRIX -> Symbology.DATA_MATRIX;
      case AZTEC -> Symbology.AZTEC;
      case PDF_417 -> Symbology.PDF_417;
      case CODE_128 -> Symbology.CODE_128;
      case CODE_39 -> Symbology.CODE_39;
      case CODE_93 -> Symbology.CODE_93;
      case EAN_13 -> Symbology.EAN_13;
      case EAN_8 -> Symbology.EAN_8;
      case UPC_A -> Symbology.UPC_A;
      case UPC_E -> Symbology.UPC_E;
      case ITF -> Symbology.ITF;
      case CODABAR -> Symbology.CODABAR;
      default -> throw new IllegalStateException("not asked for: " + format);
    };
  }

  private static Set<BarcodeFormat> all() {
    var all = EnumSet.copyOf(LINEAR);
    all.addAll(
        EnumSet.of(
            BarcodeFormat.QR_CODE,
            BarcodeFormat.DATA_MATRIX,
            BarcodeFormat.AZTEC,
            BarcodeFormat.PDF_417));
    return all;
  }
}
