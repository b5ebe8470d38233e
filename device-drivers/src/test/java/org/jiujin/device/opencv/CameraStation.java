package org.jiujin.device.opencv;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jiujin.device.Device;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.camera.DocumentCamera;
import org.jiujin.device.soak.Station;
import org.jiujin.device.virtual.camera.CameraFault;
import org.jiujin.device.virtual.camera.VirtualCamera;

/// A document camera that writes its frames to a folder.
public final class CameraStation implements Station {
  /// A slow camera gives a frame every half second; one that gives none for longer is silent.
  static final StreamLimits HASTY =
      new StreamLimits(Duration.ofMillis(600), Duration.ofMillis(100), Duration.ofMillis(400));

  /// Long enough to notice that a camera is silent.
  private static final Duration PATIENCE = Duration.ofMillis(900);

  private final VirtualCamera peer;
  private final DocumentCamera camera;

  public CameraStation(Path home, InstantSource time) {
    var folder = home.resolve("camera");
    peer = new VirtualCamera(folder);
    peer.show(List.of(desk(Color.GRAY), desk(Color.LIGHT_GRAY)));
    peer.plug();
    camera =
        (DocumentCamera)
            new DocumentCameraDriver()
                .open(
                    new DevicePort("document", "frames:" + folder, true),
                    new DriverSettings(Map.of("freeze-seconds", "1", "recording-fps", "30")),
                    HASTY,
                    time);
  }

  @Override
  public Device device() {
    return camera;
  }

  /// Somebody looks until a frame comes.
  @Override
  public boolean work() {
    var seen = new CountDownLatch(1);
    try (var _ = camera.watch(frame -> seen.countDown())) {
      return seen.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public List<Trouble> troubles() {
    var faults =
        Stream.of(CameraFault.values())
            .filter(how -> how != CameraFault.NONE)
            .map(how ->
                new Trouble(
                    how.name(), () -> peer.misbehave(how), () -> peer.misbehave(CameraFault.NONE)));
    return Stream.concat(Stream.of(new Trouble("cable", peer::pull, peer::plug)), faults).toList();
  }

  @Override
  public void close() {
    camera.close();
    peer.close();
  }

  private static BufferedImage desk(Color colour) {
    var picture = new BufferedImage(320, 240, BufferedImage.TYPE_3BYTE_BGR);
    var graphics = picture.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(40, 40, 120, 160);
    graphics.dispose();
    return picture;
  }
}
