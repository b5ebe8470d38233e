package org.jiujin.device.opencv;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.Eventually;
import org.jiujin.device.camera.FaceCamera;
import org.jiujin.device.camera.FaceCameraContract;
import org.jiujin.device.virtual.camera.VirtualCamera;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Against a camera that keeps its own time, in a folder that it writes.
class LiveFolderFaceCameraTest implements FaceCameraContract {
  @TempDir private Path home;
  private VirtualCamera peer;
  private FaceCamera camera;

  @BeforeEach
  void open() {
    var folder = home.resolve("camera");
    peer = new VirtualCamera(folder);
    peer.show(FaceScenes.looking());
    peer.plug();
    camera =
        (FaceCamera)
            new FaceCameraDriver()
                .open(
                    new DevicePort("face", "frames:" + folder, true),
                    new DriverSettings(Map.of("recording-fps", "30")),
                    InstantSource.system());
    Eventually.within(
        PATIENCE, () -> "ready but " + camera.status(), () -> camera.status().usable());
  }

  @AfterEach
  void close() {
    camera.close();
    peer.close();
  }

  @Override
  public FaceCamera camera() {
    return camera;
  }

  @Override
  public void lookHere() {
    peer.show(FaceScenes.looking());
  }

  @Override
  public void twoLookHere() {
    peer.show(FaceScenes.two());
  }

  @Override
  public void goAway() {
    peer.show(FaceScenes.nobody());
  }

  @Override
  public void pull() {
    peer.pull();
  }

  @Override
  public void plug() {
    peer.plug();
  }
}
