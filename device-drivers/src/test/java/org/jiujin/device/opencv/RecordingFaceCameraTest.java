package org.jiujin.device.opencv;

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
import org.jiujin.device.camera.FaceCamera;
import org.jiujin.device.camera.FaceCameraContract;
import org.jiujin.device.virtual.camera.AviFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Through OpenCV's own capture, from an AVI file that is played round and round.
class RecordingFaceCameraTest implements FaceCameraContract {
  @TempDir private Path home;
  private Path file;
  private FaceCamera camera;

  @BeforeEach
  void open() {
    file = home.resolve("face.avi");
    lookHere();
    camera =
        (FaceCamera)
            new FaceCameraDriver()
                .open(
                    new DevicePort("face", "avi:" + file, true),
                    DriverSettings.NONE,
                    InstantSource.system());
  }

  @AfterEach
  void close() {
    camera.close();
  }

  @Override
  public FaceCamera camera() {
    return camera;
  }

  @Override
  public void lookHere() {
    play(FaceScenes.looking());
  }

  @Override
  public void twoLookHere() {
    play(FaceScenes.two());
  }

  @Override
  public void goAway() {
    play(FaceScenes.nobody());
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
    lookHere();
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
}
