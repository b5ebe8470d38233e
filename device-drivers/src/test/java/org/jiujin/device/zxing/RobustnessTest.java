package org.jiujin.device.zxing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jiujin.device.scanner.GreyFrame;
import org.jiujin.device.scanner.Symbology;
import org.junit.jupiter.api.Test;

class RobustnessTest {
  /// A search wants many pictures rather than each of them looked at to the end.
  private static final int SEARCH_PIECES = 100;

  private static final String SEEDS = "RobustnessTestInputs/";

  /// Spent after so many questions; counts how often it was asked after that.
  private static final class Counted implements Budget {
    private final int pieces;
    private int asked;

    Counted(int pieces) {
      this.pieces = pieces;
    }

    @Override
    public boolean spent() {
      return ++asked > pieces;
    }

    int askedInVain() {
      return Math.max(0, asked - pieces);
    }
  }

  @FuzzTest
  void picturesAreReadOrNot(byte[] bytes) {
    if (bytes.length > 1) {
      var frame = SeedPictures.frame(bytes);
      new QrBurst().read(frame, new Counted(SEARCH_PIECES));
      new QrStill().read(frame, new Counted(SEARCH_PIECES));
    }
  }

  /// Apart from our own reader's, because each try takes as long as a still picture may.
  @FuzzTest
  void otherSymbologiesAreReadOrNot(byte[] bytes) {
    if (bytes.length > 1) {
      var frame = SeedPictures.frame(bytes);
      CodeReaders.still().read(frame).ifPresent(code -> assertTrue(code.text().length() < 8_000));
      CodeReaders.linearBurst().next(frame);
    }
  }

  @Test
  void beginsFuzzingWithAPictureOfEachSymbology() throws IOException {
    var pictures = SeedPictures.all();
    assertEquals(Symbology.values().length - 1, pictures.size(), "all but UNTOLD");
    for (var picture : pictures.entrySet()) {
      var read = CodeReaders.still().read(SeedPictures.frame(picture.getValue()));
      var name = read.map(code -> code.symbology().name()).orElse("nothing");
      assertEquals(picture.getKey(), name.toLowerCase(Locale.ROOT).replace('_', '-'));
      try (var seed = RobustnessTest.class.getResourceAsStream(seed(picture.getKey()))) {
        assertArrayEquals(picture.getValue(), seed == null ? new byte[0] : seed.readAllBytes());
      }
    }
  }

  private static String seed(String picture) {
    var test = picture.equals("qr-code") ? "picturesAreReadOrNot" : "otherSymbologiesAreReadOrNot";
    return SEEDS + test + "/" + picture;
  }

  @Test
  void takesPicturesOfEverySmallSize() {
    var random = new Random(3);
    for (int width = 1; width <= 40; width += width < 12 ? 1 : 7) {
      for (int height = 1; height <= 40; height += height < 12 ? 1 : 7) {
        read(noise(width, height, random));
        read(new GreyFrame(width, height, new byte[width * height]));
      }
    }
  }

  @Test
  void readsNothingInNoiseAndInFlatPictures() {
    var random = new Random(4);
    for (int i = 0; i < 3; i++) {
      assertEquals(Optional.empty(), read(noise(640, 360, random)));
    }
    var white = new byte[640 * 360];
    Arrays.fill(white, (byte) 255);
    assertEquals(Optional.empty(), read(new GreyFrame(640, 360, white)));
    assertEquals(Optional.empty(), read(new GreyFrame(640, 360, new byte[640 * 360])));
  }

  @Test
  void takesPicturesThatEndAnywhereInTheSymbol() {
    var whole = Symbols.picture(Symbols.matrix("half a code", ErrorCorrectionLevel.M, 2), 4, 4);
    for (int height = 1; height < whole.height(); height += 5) {
      read(
          new GreyFrame(
              whole.width(), height, Arrays.copyOf(whole.pixels(), whole.width() * height)));
    }
  }

  @Test
  void readsFramesOfChangingSizeInOneBurst() {
    var burst = new QrBurst();
    var symbol = Symbols.matrix("grows", ErrorCorrectionLevel.M, 2);
    for (int module = 8; module > 1; module -= 2) {
      assertEquals(
          Optional.of("grows"), burst.read(Symbols.picture(symbol, module, 4), Symbols.UNLIMITED));
    }
  }

  /// Structurally, by counting: once the budget says no, nothing is begun that would ask many times more.
  @Test
  void stopsSoonAfterTheBudgetIsSpent() {
    var random = new Random(5);
    var busy = marks(random);
    for (int pieces = 0; pieces < 60; pieces += 3) {
      var budget = new Counted(pieces);
      new QrStill().read(busy, budget);
      assertTrue(budget.askedInVain() <= 60, pieces + " pieces: " + budget.askedInVain());
    }
  }

  /// A field of corner marks: every three of them could be a symbol.
  private static GreyFrame marks(Random random) {
    var picture = noise(640, 480, random);
    var pixels = picture.pixels();
    Arrays.fill(pixels, (byte) 230);
    for (int mark = 0; mark < 25; mark++) {
      int left = 20 + mark % 5 * 120;
      int top = 20 + mark / 5 * 90;
      for (int i = 0; i < 49 * 16; i++) {
        int x = i % 28;
        int y = i / 28;
        int ring = Math.max(Math.abs(x / 4 - 3), Math.abs(y / 4 - 3));
        pixels[(top + y) * 640 + left + x] = (byte) (ring == 2 ? 230 : 20);
      }
    }
    return picture;
  }

  private static GreyFrame noise(int width, int height, Random random) {
    var pixels = new byte[width * height];
    random.nextBytes(pixels);
    return new GreyFrame(width, height, pixels);
  }

  private static Optional<String> read(GreyFrame frame) {
    var budget = new Counted(2_000);
    new QrBurst().read(frame, budget);
    return new QrStill().read(frame, new Counted(2_000));
  }
}
