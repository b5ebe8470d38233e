package org.jiujin.device.zxing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Eventually;
import org.jiujin.device.Fault;
import org.jiujin.device.scanner.CodeScanner;
import org.jiujin.device.scanner.CodeScannerContract;
import org.jiujin.device.scanner.GreyFrame;
import org.jiujin.device.scanner.ScanOutcome;
import org.jiujin.device.scanner.ScannedCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With real pictures of real codes, from a folder.
class CameraScannerTest implements CodeScannerContract {
  private static final int SIDE = 240;
  private static final String BLANK = "blank.png";

  @TempDir private Path folder;
  private final AtomicInteger forgotten = new AtomicInteger();
  private FolderFrames camera;
  private CodeScanner scanner;

  @BeforeEach
  void open() throws IOException {
    var blank = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    ImageIO.write(blank, "png", folder.resolve(BLANK).toFile());
    camera = new FolderFrames(folder);
    camera.start();
    scanner =
        CameraScanners.open(
            new DevicePort("scanner", "frames:" + folder, true),
            camera,
            new CountingReader(),
            InstantSource.system());
    awaitReady();
  }

  @AfterEach
  void close() {
    scanner.close();
  }

  @Test
  void looksOnlyWhileSomebodyWaits() {
    assertFalse(camera.watched());
    var listening = scanner.listen(code -> {}).orElseThrow();
    Eventually.within(PATIENCE, () -> "does not look", camera::watched);
    int before = forgotten.get();
    listening.close();
    Eventually.within(PATIENCE, () -> "still looks", () -> !camera.watched());
    Eventually.within(PATIENCE, () -> "remembers", () -> forgotten.get() > before);
  }

  @Test
  void failsWithItsCameraAndRecoversByItself() throws Exception {
    var waiting =
        CompletableFuture.supplyAsync(
            () -> scanner.scan(Duration.ofMinutes(1)), Thread::startVirtualThread);
    Eventually.within(PATIENCE, () -> "does not look", camera::watched);
    var away = folder.resolveSibling("away");
    Files.move(folder, away);
    var failed = assertInstanceOf(ScanOutcome.Failed.class, waiting.get(5, TimeUnit.SECONDS));
    assertEquals(Fault.Code.NOT_CONNECTED, failed.fault().code());
    assertInstanceOf(ScanOutcome.Failed.class, scanner.scan(SHORT));
    Files.move(away, folder);
    awaitReady();
    assertTrue(scanner.description().simulated());
  }

  @Override
  public CodeScanner scanner() {
    return scanner;
  }

  @Override
  public void show(String text) {
    draw(text);
    letItLook();
    camera.give(BLANK);
    camera.give("code.png");
    camera.give("code.png");
    camera.give(BLANK);
  }

  /// What is on its way when somebody else comes is one frame; a code that is held up after that was meant for him.
  @Override
  public void show(String text, Runnable inTheMiddle) {
    draw(text);
    inTheMiddle.run();
    camera.give("code.png");
  }

  /// Who begins to wait is seen within a moment; when nobody waits, the moment passes.
  private void letItLook() {
    long end = System.nanoTime() + Duration.ofMillis(200).toNanos();
    Eventually.within(
        PATIENCE, () -> "time stands", () -> camera.watched() || System.nanoTime() >= end);
  }

  private void draw(String text) {
    try {
      var bits = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, SIDE, SIDE);
      var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
      for (int i = 0; i < SIDE * SIDE; i++) {
        picture.setRGB(i % SIDE, i / SIDE, bits.get(i % SIDE, i / SIDE) ? 0 : 0xFFFFFF);
      }
      ImageIO.write(picture, "png", folder.resolve("code.png").toFile());
    } catch (WriterException | IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private void awaitReady() {
    Eventually.within(
        Duration.ofSeconds(5),
        () -> scanner.status().toString(),
        () -> scanner.status() instanceof DeviceStatus.Ready);
  }

  /// The reader of the product, and how often it was told to forget.
  private final class CountingReader implements CodeReaders.Burst {
    private final CodeReaders.Burst reader = CodeReaders.qrBurst(Duration.ofSeconds(2));

    @Override
    public Optional<ScannedCode> next(GreyFrame frame) {
      return reader.next(frame);
    }

    @Override
    public void restart() {
      forgotten.incrementAndGet();
      reader.restart();
    }
  }
}
