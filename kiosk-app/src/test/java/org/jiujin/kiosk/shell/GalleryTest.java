package org.jiujin.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiujin.kiosk.screen.Samples;
import org.jiujin.kiosk.screen.kit.Png;
import org.jiujin.kiosk.screen.kit.Skin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A picture of every screen in every skin, and the rules that hold on each of them.
class GalleryTest {
  private static final Path PICTURES = Path.of("target", "screens");

  @ParameterizedTest
  @EnumSource
  void everyScreenKeepsTheRules(Skin skin) throws IOException {
    Path folder =
        Files.createDirectories(PICTURES.resolve(skin.name().toLowerCase(java.util.Locale.ROOT)));
    var findings = new ArrayList<String>();
    for (Map.Entry<String, org.jiujin.kiosk.journey.State> sample : Samples.states().entrySet()) {
      byte[] png =
          Fx.on(() -> {
            try (var stand = new Stand(sample.getValue(), skin)) {
              findings.addAll(ScreenRules.broken(sample.getKey(), stand, skin));
              return picture(stand);
            }
          });
      Files.write(folder.resolve(sample.getKey() + ".png"), png);
    }
    assertEquals(List.of(), findings);
  }

  static byte[] picture(Stand stand) {
    return Png.encode(Png.Pixels.of(stand.scene().snapshot(null)));
  }
}
