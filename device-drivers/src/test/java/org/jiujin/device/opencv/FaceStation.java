package org.jiujin.device.opencv;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiujin.device.Device;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.camera.CaptureOutcome;
import org.jiujin.device.camera.FaceCamera;
import org.jiujin.device.camera.FacePicture;
import org.jiujin.device.soak.Station;
import org.jiujin.device.virtual.camera.CameraFault;
import org.jiujin.device.virtual.camera.VirtualCamera;

/// A face camera that writes its frames to a folder, with somebody before it.
public final class FaceStation implements Station {
  /// Long enough to notice that a camera is silent.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final VirtualCamera peer;
  private final FaceCamera camera;

  public FaceStation(Path home, InstantSource time) {
    var folder = home.resolve("face");
    peer = new VirtualCamera(folder);
    peer.show(FaceScenes.looking());
    peer.plug();
    camera =
        (FaceCamera)
            new FaceCameraDriver()
                .open(
                    new DevicePort("face", "frames:" + folder, true),
                    new DriverSettings(Map.of("freeze-seconds", "1", "recording-fps", "30")),
                    CameraStation.HASTY,
                    time);
  }

  @Override
  public Device device() {
    return camera;
  }

  /// An app takes a picture, which needs two good frames in a row.
  @Override
  public boolean work() {
    if (camera.capture(PATIENCE) instanceof CaptureOutcome.Captured<FacePicture>(var face)) {
      face.wipe();
      return true;
    }
    return false;
  }

  @Override
  public List<Trouble> troubles() {
    var faults =
        Stream.of(CameraFault.values())
            .filter(how -> how != CameraFault.NONE)
            .map(how ->
                new Trouble(
                    how.name(), () -> peer.misbehave(how), () -> peer.misbehave(CameraFault.NONE)));
    var leaves =
        new Trouble(
            "nobody there",
            () -> peer.show(FaceScenes.nobody()),
            () -> peer.show(FaceScenes.looking()));
    return Stream.concat(Stream.of(new Trouble("cable", peer::pull, peer::plug), leaves), faults)
        .toList();
  }

  @Override
  public void close() {
    camera.close();
    peer.close();
  }
}
