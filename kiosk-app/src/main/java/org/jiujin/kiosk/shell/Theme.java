package org.jiujin.kiosk.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.text.Font;
import org.jiujin.kiosk.screen.kit.Skin;

/// The looks: fonts and style sheets of `config/`, sized for the panel.
///
/// The root's font size is given in millimetres; every other size in the style sheets is in `em`, so that targets and
/// letters are as large on a 19″ panel as on a 32″ one (interface reference, section 3).
public final class Theme {
  private static final double STANDARD_MILLIMETRES = 7.94;
  private static final double ELDER_MILLIMETRES = 10.92;
  private static final int ANY_SIZE = 16;

  private final Path themes;
  private final double pixelsPerMillimetre;

  private Theme(Path themes, double pixelsPerMillimetre) {
    this.themes = themes;
    this.pixelsPerMillimetre = pixelsPerMillimetre;
  }

  /// Loads the fonts. Call it once, before the first scene.
  ///
  /// @param config the folder with `fonts` and `themes`
  /// @param pixelsPerMillimetre of the panel, from the terminal profile
  /// @throws UncheckedIOException if a font or a style sheet is missing
  public static Theme load(Path config, double pixelsPerMillimetre) {
    for (String weight : List.of("Regular", "Bold")) {
      loadFont(config.resolve("fonts").resolve("NotoSansSC-" + weight + ".ttf"));
    }
    return new Theme(config.resolve("themes"), pixelsPerMillimetre);
  }

  private static void loadFont(Path file) {
    try (var stream = Files.newInputStream(file)) {
      if (Font.loadFont(stream, ANY_SIZE) == null) {
        throw new IOException("Not a font that JavaFX can read: " + file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The screens have no font", e);
    }
  }

  /// Pixels per millimetre of the panel.
  public double pixelsPerMillimetre() {
    return pixelsPerMillimetre;
  }

  /// Dresses a root. May be called again at run time.
  public void apply(Parent root, Skin skin) {
    root.getStylesheets().setAll(sheet("base.css"), sheet(file(skin)));
    root.setStyle("-fx-font-size: " + Math.round(millimetres(skin) * pixelsPerMillimetre) + "px;");
  }

  private static String file(Skin skin) {
    return switch (skin) {
      case STANDARD -> "standard.css";
      case ELDER -> "elder.css";
    };
  }

  private static double millimetres(Skin skin) {
    return switch (skin) {
      case STANDARD -> STANDARD_MILLIMETRES;
      case ELDER -> ELDER_MILLIMETRES;
    };
  }

  private String sheet(String name) {
    Path file = themes.resolve(name);
    if (!Files.isReadable(file)) {
      throw new UncheckedIOException(new IOException("No style sheet " + file));
    }
    return file.toUri().toString();
  }
}
