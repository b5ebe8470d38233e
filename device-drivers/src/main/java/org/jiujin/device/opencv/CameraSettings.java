package org.jiujin.device.opencv;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.SettingException;

/// What a device set may say about any camera.
///
/// @param width, height of the frames that are asked for; the camera takes the nearest that it has
/// @param framesPerSecond of recordings
/// @param previewsPerSecond most that a preview gets
/// @param freeze after how long without a change a camera counts as frozen; zero for never
record CameraSettings(
    int width, int height, int framesPerSecond, int previewsPerSecond, Duration freeze) {
  static final Set<String> NAMES =
      Set.of("width", "height", "recording-fps", "preview-fps", "freeze-seconds", "natives");

  private static final String FRAMES = "frames:";
  private static final String AVI = "avi:";
  private static final String CAMERA = "camera:";
  private static final int FREEZE_SECONDS = 3;

  static CameraSettings of(DevicePort port, DriverSettings said, int width, int height) {
    // A recording of one picture is no broken camera.
    int freeze = port.address().startsWith(CAMERA) ? FREEZE_SECONDS : 0;
    return new CameraSettings(
        said.number("width", width, 160, 8_192),
        said.number("height", height, 120, 8_192),
        said.number("recording-fps", 15, 1, 60),
        said.number("preview-fps", 15, 1, 30),
        Duration.ofSeconds(said.number("freeze-seconds", freeze, 0, 600)));
  }

  /// Makes streams from the address; another one after a hang.
  ///
  /// @throws SettingException when the address is none of a camera
  Supplier<Stream> streams(String address, StreamLimits limits) {
    source(address, limits); // so that a wrong address is told now
    return () -> new Stream(source(address, limits), freeze, limits);
  }

  private FrameSource source(String address, StreamLimits limits) {
    if (address.startsWith(FRAMES)) {
      var folder = Path.of(address.substring(FRAMES.length()));
      return new FolderSource(folder, framesPerSecond, limits.silence());
    }
    if (address.startsWith(AVI)) {
      return CaptureSource.recording(Path.of(address.substring(AVI.length())), framesPerSecond);
    }
    if (address.startsWith(CAMERA)) {
      return CaptureSource.camera(address.substring(CAMERA.length()), width, height);
    }
    throw new SettingException(
        "port", "is " + address + "; write camera:N, frames:FOLDER or avi:FILE");
  }
}
