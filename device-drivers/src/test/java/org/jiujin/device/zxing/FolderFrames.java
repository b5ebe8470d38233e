package org.jiujin.device.zxing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DevicePort;
import org.jiujin.device.Fault;
import org.jiujin.device.LaneDevice;
import org.jiujin.device.scanner.FrameSource;
import org.jiujin.device.scanner.GreyFrame;

/// Pictures of a folder in place of a camera: there while the folder is, each file a frame when the test says so.
final class FolderFrames extends LaneDevice implements FrameSource {
  private final Path folder;
  private final List<Consumer<GreyFrame>> viewers = new CopyOnWriteArrayList<>();

  FolderFrames(Path folder) {
    super(new DevicePort("camera", "frames:" + folder, true), InstantSource.system());
    this.folder = folder;
  }

  void start() {
    lookEvery(Duration.ofMillis(10), Duration.ofSeconds(2));
  }

  /// Gives a picture to whoever watches, as a frame.
  void give(String file) {
    try {
      var picture = ImageIO.read(folder.resolve(file).toFile());
      viewers.forEach(viewer -> viewer.accept(grey(picture)));
    } catch (IOException gone) {
      throw new AssertionError(gone);
    }
  }

  boolean watched() {
    return !viewers.isEmpty();
  }

  @Override
  public Subscription watch(Consumer<GreyFrame> viewer) {
    viewers.add(viewer);
    return () -> viewers.remove(viewer);
  }

  @Override
  public DeviceDescription description() {
    return new DeviceDescription(
        "camera", DeviceDescription.Kind.CODE_SCANNER, "pictures of a folder", true, Set.of());
  }

  @Override
  protected void look() {
    if (Files.isDirectory(folder)) {
      ready();
    } else {
      unavailable(Fault.of(Fault.Code.NOT_CONNECTED));
    }
  }

  @Override
  protected void letGo() {}

  private static GreyFrame grey(BufferedImage picture) {
    var pixels = new byte[picture.getWidth() * picture.getHeight()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) picture.getRGB(i % picture.getWidth(), i / picture.getWidth());
    }
    return new GreyFrame(picture.getWidth(), picture.getHeight(), pixels);
  }
}
