package org.jiujin.device.virtual.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiujin.device.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirtualCameraTest {
  private static final int ENOUGH = 20;

  @TempDir Path home;

  @Test
  void doesNotSeemFrozenToWhoReadsEveryThirdOfThreePictures() {
    Path folder = home.resolve("camera");
    Map<Integer, ByteBuffer> thirds = new HashMap<>();
    try (var camera = new VirtualCamera(folder)) {
      camera.show(List.of(picture(Color.RED), picture(Color.GREEN), picture(Color.BLUE)));
      camera.plug();
      Eventually.within(
          Duration.ofSeconds(60),
          () -> "%d of %d pictures".formatted(thirds.size(), ENOUGH),
          () -> {
            lookAt(folder, thirds);
            return thirds.size() >= ENOUGH;
          });
    }
    assertEquals(3, new HashSet<>(thirds.values()).size());
  }

  /// Adds those pictures that are there now and whose number is a multiple of three.
  private static void lookAt(Path folder, Map<Integer, ByteBuffer> thirds) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".jpg")).toList()) {
        int number = Integer.parseInt(file.getFileName().toString().replaceAll("\\D", ""));
        if (number % 3 == 0 && !thirds.containsKey(number)) {
          thirds.put(number, ByteBuffer.wrap(Files.readAllBytes(file)));
        }
      }
    } catch (NoSuchFileException _) {
      // the camera took it away meanwhile, as it does with old ones
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage picture(Color colour) {
    var picture = new BufferedImage(16, 16, BufferedImage.TYPE_3BYTE_BGR);
    var graphics = picture.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, 16, 16);
    graphics.dispose();
    return picture;
  }
}
