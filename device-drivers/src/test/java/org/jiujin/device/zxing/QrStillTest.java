package org.jiujin.device.zxing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Optional;
import org.jiujin.device.scanner.GreyFrame;
import org.jiujin.device.virtual.phone.StillClass;
import org.jiujin.device.virtual.phone.Stills;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrStillTest {
  private static final String TEXT = "办理进度 1234";

  private final QrStill reader = new QrStill();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 10, 14, 20, 27, 33, 40})
  void readsEverySizeOfSymbol(int version) {
    var level = version < 3 ? ErrorCorrectionLevel.L : ErrorCorrectionLevel.Q;
    var text = version == 1 ? "A1" : TEXT;
    assertReads(text, Symbols.picture(Symbols.matrix(text, level, version), 4, 4));
  }

  @Test
  void readsASymbolThatIsTurnedAllTheWayRound() {
    var picture = picture(4, 4);
    for (int quarter = 0; quarter < 4; quarter++) {
      assertReads(TEXT, picture);
      picture = Symbols.turned(picture);
    }
  }

  @Test
  void readsASymbolInTheMirror() {
    assertReads(TEXT, Symbols.mirrored(picture(4, 4)));
  }

  @Test
  void readsLightOnDark() {
    assertReads(TEXT, Symbols.inverted(picture(4, 4)));
  }

  @Test
  void readsASymbolThatFillsThePictureToItsRim() {
    assertReads(TEXT, picture(4, 0));
  }

  @Test
  void readsModulesOfTwoPixels() {
    assertReads(TEXT, picture(2, 4));
  }

  @Test
  void readsWhenOneCornerMarkIsHidden() {
    var picture = picture(5, 4);
    int side = picture.width();
    for (int y = 15; y < 60; y++) {
      java.util.Arrays.fill(
          picture.pixels(), y * side + side - 60, y * side + side - 15, (byte) 235);
    }
    assertReads(TEXT, picture);
  }

  @Test
  void readsALargeSymbolOnBentPaper() {
    var flat = Symbols.picture(Symbols.matrix(TEXT, ErrorCorrectionLevel.L, 20), 5, 4);
    int side = flat.width();
    var bent = new byte[side * side];
    for (int i = 0; i < bent.length; i++) {
      int x = i % side;
      double away = (x - side / 2.0) / side; // from the axis, which is upright
      int from = (int) (x + side * 0.2 * away * (0.25 - away * away));
      bent[i] = flat.pixels()[i / side * side + Math.clamp(from, 0, side - 1)];
    }
    assertReads(TEXT, new GreyFrame(side, side, bent));
  }

  /// A floor on what is read, not on how fast: two pictures of each comparable class, on a seed that is used nowhere else.
  @Test
  void readsMostOfWhatAPhoneShowsACamera() {
    int read = 0;
    for (var kind : StillClass.values()) {
      for (int i = 0; i < 2; i++) {
        var still = Stills.picture(kind, 31_000, i);
        if (reader
            .read(still.frame(), Symbols.UNLIMITED)
            .filter(still.texts()::contains)
            .isPresent()) {
          read++;
        }
      }
    }
    assertTrue(read >= 26, read + " of 30");
  }

  private static GreyFrame picture(int module, int margin) {
    return Symbols.picture(Symbols.matrix(TEXT, ErrorCorrectionLevel.H, 4), module, margin);
  }

  private void assertReads(String text, GreyFrame picture) {
    assertEquals(Optional.of(text), reader.read(picture, Symbols.UNLIMITED));
  }
}
