package org.jiujin.device.opencv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.Eventually;
import org.jiujin.device.Fault;
import org.jiujin.device.camera.CaptureOutcome;
import org.jiujin.device.camera.DocumentCamera;
import org.jiujin.device.camera.DocumentCameraContract;
import org.jiujin.device.virtual.camera.CameraFault;
import org.jiujin.device.virtual.camera.VirtualCamera;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Against a camera that keeps its own time, in a folder that it writes.
class LiveFolderCameraTest implements DocumentCameraContract {
  @TempDir Path home;
  private VirtualCamera peer;
  private DocumentCamera camera;

  @BeforeEach
  void open() {
    var folder = home.resolve("camera");
    peer = new VirtualCamera(folder);
    peer.show(Scenes.page());
    peer.plug();
    var settings =
        new DriverSettings(
            Map.of("freeze-seconds", "3", "recording-fps", "30", "preview-fps", "5"));
    camera =
        (DocumentCamera)
            new DocumentCameraDriver()
                .open(
                    new DevicePort("document", "frames:" + folder, true),
                    settings,
                    InstantSource.system());
    Eventually.within(
        PATIENCE, () -> "ready but " + camera.status(), () -> camera.status().usable());
  }

  @AfterEach
  void close() {
    camera.close();
    peer.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = CameraFault.class,
      names = {"FROZEN", "SILENT", "GARBLED"})
  void noticesACameraThatIs(CameraFault how) {
    peer.misbehave(how);
    try (var _ = camera.preview(_ -> {})) {
      Eventually.within(
          PATIENCE,
          () -> "no picture but " + camera.status(),
          () ->
              camera.status() instanceof DeviceStatus.Unavailable(var fault, _)
                  && fault.code() == Fault.Code.NO_PICTURE);
      peer.misbehave(CameraFault.NONE);
      Eventually.within(
          PATIENCE, () -> "ready but " + camera.status(), () -> camera.status().usable());
    }
  }

  @Test
  void takesPagesFromASlowCameraToo() {
    peer.misbehave(CameraFault.SLOW);
    assertInstanceOf(CaptureOutcome.Captured.class, camera.capture(PATIENCE));
  }

  @Test
  void showsNoMoreFramesASecondThanItMay() {
    var seen = new AtomicInteger();
    try (var _ = camera.preview(_ -> seen.incrementAndGet())) {
      Eventually.within(PATIENCE, () -> "the first frame", () -> seen.get() > 0);
      long from = System.nanoTime();
      int before = seen.get();
      Eventually.within(PATIENCE, () -> "six more", () -> seen.get() >= before + 6);
      var took = Duration.ofNanos(System.nanoTime() - from);
      assertTrue(took.compareTo(Duration.ofMillis(900)) >= 0, "six at five a second in " + took);
    }
  }

  @Test
  void neverLetsASlowViewerQueueFrames() {
    var calls = new AtomicInteger();
    var gate = new Semaphore(0);
    try (var _ =
            camera.preview(_ -> {
              calls.incrementAndGet();
              gate.acquireUninterruptibly();
            });
        var _ = camera.watch(_ -> {})) {
      Eventually.within(PATIENCE, () -> "the first frame", () -> calls.get() == 1);
      var others = new AtomicInteger();
      try (var _ = camera.preview(_ -> others.incrementAndGet())) {
        Eventually.within(PATIENCE, () -> "others go on", () -> others.get() >= 4);
      }
      assertEquals(1, calls.get());
      gate.release(1);
      Eventually.within(PATIENCE, () -> "the newest only", () -> calls.get() == 2);
      gate.release(100);
    }
  }

  @Override
  public DocumentCamera camera() {
    return camera;
  }

  @Override
  public void layPage() {
    peer.show(Scenes.page());
  }

  @Override
  public void clear() {
    peer.show(Scenes.desk());
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
