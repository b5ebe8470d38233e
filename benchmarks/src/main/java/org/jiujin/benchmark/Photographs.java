package org.jiujin.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jiujin.device.scanner.PictureFile;

/// Real photographs: pictures with a text of the same name beside them.
final class Photographs {
  private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp");

  private Photographs() {}

  static List<Input> in(Path folder) {
    var inputs = new ArrayList<Input>();
    try (var files = Files.walk(folder)) {
      files
          .sorted()
          .filter(Photographs::picture)
          .forEach(file -> {
            if (Files.exists(text(file))) {
              inputs.add(new Input(group(file), () -> load(file)));
            }
          });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("no picture with a .txt beside it in " + folder);
    }
    return inputs;
  }

  private static String group(Path file) {
    var folder = file.getParent();
    return folder == null ? "" : String.valueOf(folder.getFileName());
  }

  private static boolean picture(Path file) {
    var name = file.toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static Path text(Path picture) {
    var name = picture.getFileName().toString();
    return picture.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".txt");
  }

  private static Input.Picture load(Path file) {
    try {
      return new Input.Picture(PictureFile.read(file), List.of(Files.readString(text(file))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
