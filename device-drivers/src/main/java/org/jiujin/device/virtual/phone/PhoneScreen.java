package org.jiujin.device.virtual.phone;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/// A phone that shows a code (performance reference, 4.1). Where it would show text it shows bars.
final class PhoneScreen {
  static final int WIDTH = 720;
  static final int HEIGHT = 1480;

  private static final int BEZEL = 18;
  private static final int SCREEN_RADIUS = 60;
  private static final int SYMBOL_TOP = 420;
  private static final double SYMBOL_WIDTH = 560;
  private static final String[] PREFIXES = {
    "https://zwfw.example.gov.cn/q?t=",
    "https://hc.example.cn/v2/code?d=",
    "{\"v\":1,\"id\":\"",
    "SSC01|"
  };
  private static final String BASE64URL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final Canvas picture = new Canvas(WIDTH, HEIGHT);
  private final boolean inverted;
  private final String text;
  private final int modules;
  private final int symbolTop;
  private final double symbolWidth;
  private String secondText = "";

  /// Draws a phone.
  ///
  /// @param second a smaller code of its own below the first
  PhoneScreen(Draw draw, boolean inverted, boolean second) {
    this.inverted = inverted;
    boolean logo = draw.chance(0.3);
    text = payload(draw);
    var matrix = encode(text, logo ? ErrorCorrectionLevel.Q : level(draw));
    modules = matrix.getWidth();
    int module = (int) Math.round(SYMBOL_WIDTH / modules);
    symbolWidth = module * modules;
    symbolTop = SYMBOL_TOP;
    background(draw);
    symbol(draw, matrix, (WIDTH - symbolWidth) / 2, symbolTop, module);
    if (logo) {
      logo(draw);
    }
    if (second) {
      secondText = payload(draw);
      var smaller = encode(secondText, ErrorCorrectionLevel.L);
      symbol(draw, smaller, 120, symbolTop + symbolWidth + 70, 340 / smaller.getWidth());
    } else {
      bars(draw);
    }
  }

  /// What the code says.
  String text() {
    return text;
  }

  /// What the second code says; empty when there is none.
  String secondText() {
    return secondText;
  }

  /// Modules on a side of the code.
  int modules() {
    return modules;
  }

  double symbolWidth() {
    return symbolWidth;
  }

  double symbolCentreX() {
    return WIDTH / 2.0;
  }

  double symbolCentreY() {
    return symbolTop + symbolWidth / 2;
  }

  Canvas picture() {
    return picture;
  }

  private void background(Draw draw) {
    picture.fill(12 / 255.0);
    double screen = inverted ? 20 : draw.chance(0.5) ? 255 : 70 + draw.below(90);
    picture.rounded(
        BEZEL, BEZEL, WIDTH - 2 * BEZEL, HEIGHT - 2 * BEZEL, SCREEN_RADIUS, screen / 255);
    double ink = (inverted ? 220 : screen > 128 ? 40 : 230) / 255.0;
    picture.rectangle(60, 60, 90, 26, ink);
    picture.rectangle(60, 160, 200 + draw.below(200), 30, ink);
    picture.rectangle(60, 260, 120 + draw.below(160), 26, ink);
  }

  private void symbol(Draw draw, ByteMatrix matrix, double left, double top, int module) {
    double light = (inverted ? 20 : 255) / 255.0;
    double dark = (inverted ? 235 : 8 + draw.below(30)) / 255.0;
    double quiet = module * draw.between(2, 4);
    double wide = module * matrix.getWidth() + 2 * quiet;
    picture.rectangle(left - quiet, top - quiet, wide, wide, light);
    for (int y = 0; y < matrix.getHeight(); y++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        if (matrix.get(x, y) == 1) {
          picture.rectangle(left + x * module, top + y * module, module, module, dark);
        }
      }
    }
  }

  private void logo(Draw draw) {
    double wide = 0.16 * symbolWidth;
    double left = symbolCentreX() - wide / 2;
    double top = symbolCentreY() - wide / 2;
    picture.rounded(left, top, wide, wide, wide / 5, 1);
    picture.ellipse(
        left + wide / 5, top + wide / 5, 0.6 * wide, 0.6 * wide, (60 + draw.below(120)) / 255.0);
  }

  private void bars(Draw draw) {
    double ink = (inverted ? 200 : 60) / 255.0;
    for (int i = 0; i < 5; i++) {
      picture.rectangle(80, symbolTop + symbolWidth + 120 + 60 * i, 200 + draw.below(340), 22, ink);
    }
  }

  private static ErrorCorrectionLevel level(Draw draw) {
    return draw.below(3) == 0 ? ErrorCorrectionLevel.L : ErrorCorrectionLevel.M;
  }

  private static String payload(Draw draw) {
    int length = 80 + draw.below(41);
    var payload = new StringBuilder(PREFIXES[draw.below(PREFIXES.length)]);
    while (payload.length() < length) {
      payload.append(BASE64URL.charAt(draw.below(BASE64URL.length())));
    }
    return payload.toString();
  }

  private static ByteMatrix encode(String text, ErrorCorrectionLevel level) {
    try {
      return Encoder.encode(text, level).getMatrix();
    } catch (WriterException tooLong) {
      throw new IllegalStateException("120 characters fit every level", tooLong);
    }
  }
}
