package org.jiujin.device.opencv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.SettingException;
import org.jiujin.device.camera.DocumentCamera;
import org.jiujin.device.camera.DocumentCameraContract;
import org.jiujin.device.virtual.camera.AviFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Through OpenCV's own capture, from an AVI file that is played round and round.
class RecordingCameraTest implements DocumentCameraContract {
  @TempDir Path home;
  private Path file;
  private DocumentCamera camera;

  @BeforeEach
  void open() {
    file = home.resolve("desk.avi");
    layPage();
    camera = open("avi:" + file);
  }

  @AfterEach
  void close() {
    camera.close();
  }

  private static DocumentCamera open(String address) {
    return (DocumentCamera)
        new DocumentCameraDriver()
            .open(
                new DevicePort("document", address, true),
                DriverSettings.NONE,
                InstantSource.system());
  }

  @ParameterizedTest
  @ValueSource(strings = {"camera:", "camera:x", "rtsp://camera", "/dev/video0"})
  void saysWhichAddressesItTakes(String address) {
    var wrong = assertThrows(SettingException.class, () -> open(address));
    assertEquals("port", wrong.setting());
  }

  @Test
  void isOpenedWithoutACamera() {
    try (var missing = open("camera:/dev/video-there-is-none")) {
      assertEquals("document", missing.description().id());
    }
  }

  @Override
  public DocumentCamera camera() {
    return camera;
  }

  @Override
  public void layPage() {
    play(Scenes.page());
  }

  @Override
  public void clear() {
    play(Scenes.desk());
  }

  /// A file that is replaced while it is open is played to its end; the next round is the new one.
  private void play(List<BufferedImage> pictures) {
    try {
      var next = home.resolve("next.avi");
      AviFile.write(next, pictures, 15);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void pull() {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void plug() {
    layPage();
  }
}
