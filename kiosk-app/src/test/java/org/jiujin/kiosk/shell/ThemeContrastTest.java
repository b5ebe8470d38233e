package org.jiujin.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The contrast of every pair of ink and ground that the style sheets use, computed from the tokens (WCAG 2.2).
class ThemeContrastTest {
  private static final List<String> TEXT_ON_GROUND =
      List.of(
          "ink page",
          "ink card",
          "ink brand-soft",
          "ink good-soft",
          "ink warn-soft",
          "ink bad-soft",
          "ink off",
          "ink-soft page",
          "ink-soft card",
          "ink-soft brand-soft",
          "ink-soft warn-soft",
          "brand card",
          "brand page",
          "brand brand-soft",
          "on-brand brand",
          "on-brand brand-deep",
          "on-brand good",
          "on-brand bad",
          "on-brand warn",
          "off-ink off",
          "good good-soft",
          "warn warn-soft",
          "bad bad-soft",
          "bad card",
          "bad page");
  private static final List<String> MARK_ON_GROUND =
      List.of("edge card", "edge page", "star card", "brand off");

  @ParameterizedTest
  @ValueSource(strings = {"standard.css", "elder.css"})
  void textStandsOutAtLeastSevenToOneAndMarksThreeToOne(String sheet) throws IOException {
    Map<String, Color> tokens = tokens(sheet);
    var weak = new ArrayList<String>();
    TEXT_ON_GROUND.forEach(pair -> check(tokens, pair, 7, weak));
    MARK_ON_GROUND.forEach(pair -> check(tokens, pair, 3, weak));
    assertEquals(List.of(), weak);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#0b4f9e 8.0", "#1a1a1a 17.4", "#c62828 5.6", "#1b5e20 7.9"})
  void computesTheKnownContrastsOnWhite(String known) {
    String[] parts = known.split(" ", -1);
    assertEquals(Double.parseDouble(parts[1]), contrast(Color.web(parts[0]), Color.WHITE), 0.06);
  }

  private static void check(
      Map<String, Color> tokens, String pair, double least, List<String> weak) {
    String[] names = pair.split(" ", -1);
    assertTrue(tokens.containsKey(names[0]) && tokens.containsKey(names[1]), pair);
    double contrast = contrast(tokens.get(names[0]), tokens.get(names[1]));
    if (contrast < least) {
      weak.add("%s on %s: %.1f : 1".formatted(names[0], names[1], contrast));
    }
  }

  private static Map<String, Color> tokens(String sheet) throws IOException {
    String css =
        Files.readString(Path.of(System.getProperty("kiosk.home"), "config", "themes", sheet));
    var tokens = new HashMap<String, Color>();
    var token = Pattern.compile("-kiosk-([a-z-]+):\\s*(#[0-9a-f]{6,8})").matcher(css);
    while (token.find()) {
      tokens.put(token.group(1), Color.web(token.group(2)));
    }
    return tokens;
  }

  static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
