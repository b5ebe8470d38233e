package org.jiujin.device.selftest;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Fault;
import org.jiujin.device.SwitchOutcome;
import org.jiujin.device.cabinet.BuzzerPattern;
import org.jiujin.device.cabinet.Cabinet;
import org.jiujin.device.camera.Camera;
import org.jiujin.device.camera.CaptureOutcome;
import org.jiujin.device.camera.DocumentCamera;
import org.jiujin.device.camera.FaceCamera;
import org.jiujin.device.camera.FacePicture;
import org.jiujin.device.camera.PagePicture;
import org.jiujin.device.chipcard.ChipCardOutcome;
import org.jiujin.device.chipcard.ChipCardReader;
import org.jiujin.device.idcard.CardOutcome;
import org.jiujin.device.idcard.IdentityCardReader;
import org.jiujin.device.printer.DocumentOutcome;
import org.jiujin.device.printer.DocumentPrinter;
import org.jiujin.device.printer.PrintOutcome;
import org.jiujin.device.printer.PrintTicket;
import org.jiujin.device.printer.ReceiptPrinter;
import org.jiujin.device.scanner.CodeScanner;
import org.jiujin.device.scanner.FrameSource;
import org.jiujin.device.scanner.ScanOutcome;

/// Tests one device. Blocks; the limits are those of the device's own calls.
///
/// The caller holds the device's lease, or nobody does.
public final class SelfTest {
  private static final Map<Class<? extends Device>, Routine> EXTERNAL =
      Map.of(
          ReceiptPrinter.class, Routine.of(ReceiptPrinter.class, SelfTest::print),
          DocumentPrinter.class, Routine.of(DocumentPrinter.class, SelfTest::printPage),
          DocumentCamera.class, Routine.of(DocumentCamera.class, SelfTest::see),
          FaceCamera.class, Routine.of(FaceCamera.class, SelfTest::see),
          Cabinet.class, Routine.of(Cabinet.class, SelfTest::ring));
  private static final Map<Class<? extends Device>, Routine> INTERACTIVE =
      Map.of(
          IdentityCardReader.class, Routine.of(IdentityCardReader.class, SelfTest::readCard),
          ChipCardReader.class, Routine.of(ChipCardReader.class, SelfTest::readChip),
          DocumentCamera.class,
              Routine.of(
                  DocumentCamera.class,
                  (camera, patience, asks) -> capture(camera, "selftest.lay-page", patience, asks)),
          FaceCamera.class,
              Routine.of(
                  FaceCamera.class,
                  (camera, patience, asks) -> capture(camera, "selftest.look", patience, asks)),
          CodeScanner.class, Routine.of(CodeScanner.class, SelfTest::scan));

  private static final Duration FIRST_FRAME = Duration.ofSeconds(10);

  private SelfTest() {}

  /// Runs the test. A level that a class of device does not have is the next lower one.
  ///
  /// @param patience how long to wait for somebody; [Level#INTERACTIVE] only
  /// @param asks takes the key of what the person is asked to do: `selftest.lay-card`
  public static SelfTestResult run(
      Device device, Level level, Duration patience, Consumer<String> asks) {
    var status = device.status();
    if (status instanceof DeviceStatus.Unavailable(var fault, _)) {
      return new SelfTestResult.Failed(fault);
    }
    var result =
        switch (level) {
          case INTERNAL -> new SelfTestResult.Passed("answered");
          case EXTERNAL -> routine(EXTERNAL, device).run(device, patience, asks);
          case INTERACTIVE -> interactive(device, patience, asks);
        };
    return result instanceof SelfTestResult.Passed
        ? device
            .status()
            .trouble()
            .<SelfTestResult>map(SelfTestResult.PassedWith::new)
            .orElse(result)
        : result;
  }

  private static SelfTestResult interactive(
      Device device, Duration patience, Consumer<String> asks) {
    boolean known = INTERACTIVE.keySet().stream().anyMatch(contract -> contract.isInstance(device));
    return routine(known ? INTERACTIVE : EXTERNAL, device).run(device, patience, asks);
  }

  private static Routine routine(Map<Class<? extends Device>, Routine> routines, Device device) {
    return routines.entrySet().stream()
        .filter(entry -> entry.getKey().isInstance(device))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse((_, _, _) -> new SelfTestResult.Passed("answered"));
  }

  private static SelfTestResult print(
      ReceiptPrinter printer, Duration patience, Consumer<String> asks) {
    return switch (printer.print(TestStrip.receipt())) {
      case PrintOutcome.Printed _ -> new SelfTestResult.Passed("printed");
      case PrintOutcome.Refused(var fault) -> new SelfTestResult.Failed(fault);
      case PrintOutcome.Uncertain(var fault) -> new SelfTestResult.Failed(fault);
    };
  }

  private static SelfTestResult printPage(
      DocumentPrinter printer, Duration patience, Consumer<String> asks) {
    return switch (printer.print(TestPage.document(), PrintTicket.SINGLE, progress -> {})) {
      case DocumentOutcome.Printed _ -> new SelfTestResult.Passed("printed");
      case DocumentOutcome.Refused(var fault) -> new SelfTestResult.Failed(fault);
      case DocumentOutcome.Uncertain(var fault, _) -> new SelfTestResult.Failed(fault);
      case DocumentOutcome.Cancelled _ -> new SelfTestResult.NobodyThere();
    };
  }

  /// The first frame is waited for; nobody looks at it.
  private static SelfTestResult see(FrameSource camera, Duration patience, Consumer<String> asks) {
    var seen = new CountDownLatch(1);
    var watching =
        camera.watch(frame -> {
          frame.wipe();
          seen.countDown();
        });
    try (watching) {
      return seen.await(FIRST_FRAME.toMillis(), TimeUnit.MILLISECONDS)
          ? new SelfTestResult.Passed("picture-seen")
          : new SelfTestResult.Failed(Fault.of(Fault.Code.NO_PICTURE));
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return new SelfTestResult.NobodyThere();
    }
  }

  private static SelfTestResult capture(
      Camera<?> camera, String ask, Duration patience, Consumer<String> asks) {
    asks.accept(ask);
    return switch (camera.capture(patience)) {
      case CaptureOutcome.Captured<?>(var picture) -> {
        wipe(picture);
        yield new SelfTestResult.Passed("picture-taken");
      }
      case CaptureOutcome.NotGood<?> _, CaptureOutcome.Cancelled<?> _ ->
          new SelfTestResult.NobodyThere();
      case CaptureOutcome.Refused<?>(var fault) -> new SelfTestResult.Failed(fault);
    };
  }

  private static void wipe(Object picture) {
    switch (picture) {
      case PagePicture page -> page.wipe();
      case FacePicture face -> face.wipe();
      default -> throw new IllegalStateException("a camera takes pages or faces");
    }
  }

  private static SelfTestResult ring(Cabinet cabinet, Duration patience, Consumer<String> asks) {
    return switch (cabinet.buzz(BuzzerPattern.ONCE)) {
      case SwitchOutcome.Switched _ -> new SelfTestResult.Passed("rang");
      case SwitchOutcome.Refused(var fault) when fault.code() == Fault.Code.MISCONFIGURED ->
          new SelfTestResult.Passed("answered"); // there is no buzzer
      case SwitchOutcome.Refused(var fault) -> new SelfTestResult.Failed(fault);
      case SwitchOutcome.Uncertain(var fault) -> new SelfTestResult.Failed(fault);
    };
  }

  private static SelfTestResult scan(
      CodeScanner scanner, Duration patience, Consumer<String> asks) {
    asks.accept("selftest.show-code");
    return switch (scanner.scan(patience)) {
      case ScanOutcome.Scanned _ -> new SelfTestResult.Passed("code-read");
      case ScanOutcome.Nothing _, ScanOutcome.Cancelled _ -> new SelfTestResult.NobodyThere();
      case ScanOutcome.Failed(var fault) -> new SelfTestResult.Failed(fault);
    };
  }

  private static SelfTestResult readChip(
      ChipCardReader reader, Duration patience, Consumer<String> asks) {
    asks.accept("selftest.insert-card");
    return switch (reader.read(patience)) {
      case ChipCardOutcome.Read _ -> new SelfTestResult.Passed("card-read");
      case ChipCardOutcome.NoCard _, ChipCardOutcome.Cancelled _ ->
          new SelfTestResult.NobodyThere();
      case ChipCardOutcome.Unreadable(var fault) -> new SelfTestResult.Failed(fault);
      case ChipCardOutcome.Failed(var fault) -> new SelfTestResult.Failed(fault);
    };
  }

  private static SelfTestResult readCard(
      IdentityCardReader reader, Duration patience, Consumer<String> asks) {
    asks.accept("selftest.lay-card");
    return switch (reader.read(patience)) {
      case CardOutcome.Read(var card) -> {
        card.wipe();
        yield new SelfTestResult.Passed("card-read");
      }
      case CardOutcome.NoCard _ -> new SelfTestResult.NobodyThere();
      case CardOutcome.Unreadable(var fault) -> new SelfTestResult.Failed(fault);
      case CardOutcome.Failed(var fault) -> new SelfTestResult.Failed(fault);
      case CardOutcome.Cancelled _ -> new SelfTestResult.NobodyThere();
    };
  }

  /// What a class of device does in a test.
  @FunctionalInterface
  private interface Routine {
    SelfTestResult run(Device device, Duration patience, Consumer<String> asks);

    static <T extends Device> Routine of(Class<T> contract, Work<T> work) {
      return (device, patience, asks) -> work.run(contract.cast(device), patience, asks);
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    SelfTestResult run(T device, Duration patience, Consumer<String> asks);
  }
}
