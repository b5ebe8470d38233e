package org.jiujin.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceLease;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Eventually;
import org.jiujin.device.Fault;
import org.junit.jupiter.api.Test;

/// What every receipt printer must do, however it is connected and however wide its paper. It prints at a real speed.
public interface ReceiptPrinterContract {
  Duration NOTICED = Duration.ofSeconds(2);

  Receipt SHORT =
      new Receipt(
          List.of(
              ReceiptLine.heading("测试凭条"),
              new ReceiptLine.Row("事项", "社会保障卡补换"),
              new ReceiptLine.Rule(),
              new ReceiptLine.QrCode("https://example.invalid/办件/0001", 6),
              new ReceiptLine.Feed(2)));

  /// About 300 mm, so that there is time to pull the cable.
  Receipt LONG = new Receipt(java.util.Collections.nCopies(80, ReceiptLine.text("样例一行文字")));

  /// The printer under test, ready, with a full roll.
  ReceiptPrinter printer();

  void plug();

  void unplug();

  void leavePaper(int millimetres);

  void refill();

  void openCover();

  void closeCover();

  void jamCutter();

  void fallSilent();

  void overheat(boolean hot);

  void breakDown(boolean broken);

  int strips();

  /// What can be read on a strip, from 1.
  String text(int strip);

  @Test
  default void printsAndCuts() {
    assertEquals(new PrintOutcome.Printed(5), printer().print(SHORT));
    assertEquals(1, strips());
    int columns = printer().paperWidth().columns();
    assertEquals(
        "测试凭条\n"
            + ("事项" + " ".repeat(columns - 18) + "社会保障卡补换\n")
            + ("─".repeat(columns / 2) + "\n")
            + "[QR https://example.invalid/办件/0001]\n",
        text(1));
  }

  @Test
  default void saysHowWideItsPaperIs() {
    boolean narrow =
        printer().description().capabilities().contains(DeviceDescription.Capability.NARROW_PAPER);
    assertEquals(narrow ? PaperWidth.MM_58 : PaperWidth.MM_80, printer().paperWidth());
    assertTrue(
        printer().description().model().contains(printer().paperWidth().millimetres() + " mm"));
  }

  @Test
  default void printsForNobodyButTheSessionThatHoldsIt() {
    assertTrue(printer().lease().acquire("visit", Duration.ofMinutes(1)));
    assertRefused(Fault.Code.IN_USE);
    assertEquals(0, strips());
    assertInstanceOf(
        PrintOutcome.Printed.class, DeviceLease.as("visit", () -> printer().print(SHORT)));
    printer().lease().release("visit");
    assertInstanceOf(PrintOutcome.Printed.class, printer().print(SHORT));
  }

  @Test
  default void printsARareNameInThePlaceOfItsCharacters() {
    printer().print(new Receipt(List.of(new ReceiptLine.Row("申请人", "李𬀩"))));
    int dots = printer().paperWidth().dots();
    assertEquals("[picture %d x 30]\n".formatted(dots), text(1));
  }

  @Test
  default void saysWhatEndsAPrintBeforeItBegins() {
    overheat(true);
    assertRefused(Fault.Code.HEAD_HOT);
    overheat(false);
    awaitReady();
    breakDown(true);
    assertRefused(Fault.Code.DEVICE_FAILED);
    await(DeviceStatus.Unavailable.class, Fault.Code.DEVICE_FAILED, NOTICED);
    breakDown(false);
    awaitReady();
    assertEquals(0, strips());
  }

  @Test
  default void refusesWhenPaperIsOut() {
    leavePaper(0);
    assertRefused(Fault.Code.PAPER_END);
    assertEquals(0, strips());
  }

  @Test
  default void refusesWhenTheCoverIsOpen() {
    openCover();
    assertRefused(Fault.Code.COVER_OPEN);
  }

  @Test
  default void refusesWhenTheCutterIsStuck() {
    jamCutter();
    assertRefused(Fault.Code.CUTTER_STUCK);
  }

  @Test
  default void refusesWhenUnplugged() {
    unplug();
    assertRefused(Fault.Code.NOT_CONNECTED);
  }

  @Test
  default void refusesWhenThePrinterIsSilent() {
    fallSilent();
    assertRefused(Fault.Code.NO_ANSWER);
  }

  @Test
  default void isUncertainWhenUnpluggedMidPrint() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var outcome = CompletableFuture.supplyAsync(() -> printer().print(LONG), threads);
      pause(Duration.ofMillis(500)); // the strip takes two seconds
      unplug();
      var uncertain =
          assertInstanceOf(PrintOutcome.Uncertain.class, outcome.get(10, TimeUnit.SECONDS));
      assertEquals(Fault.Code.NOT_CONNECTED, uncertain.fault().code());
    }
  }

  @Test
  default void isUncertainWhenThePaperEndsMidPrint() {
    leavePaper(60);
    var uncertain = assertInstanceOf(PrintOutcome.Uncertain.class, printer().print(LONG));
    assertEquals(Fault.Code.PAPER_END, uncertain.fault().code());
    assertEquals(Fault.Mender.STAFF, uncertain.fault().mender());
    refill();
    awaitReady();
  }

  @Test
  default void isUncertainWhenTheCoverIsOpenedMidPrint() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var outcome = CompletableFuture.supplyAsync(() -> printer().print(LONG), threads);
      pause(Duration.ofMillis(500));
      openCover();
      var uncertain =
          assertInstanceOf(PrintOutcome.Uncertain.class, outcome.get(10, TimeUnit.SECONDS));
      assertEquals(Fault.Code.COVER_OPEN, uncertain.fault().code());
      closeCover();
    }
  }

  @Test
  default void warnsWhenThePaperEndsSoonAndStillPrints() {
    leavePaper(1_000);
    await(DeviceStatus.Degraded.class, Fault.Code.PAPER_NEAR_END, NOTICED);
    assertInstanceOf(PrintOutcome.Printed.class, printer().print(SHORT));
    refill();
    awaitReady();
  }

  @Test
  default void showsPaperAndCoverWithoutBeingAsked() {
    leavePaper(0);
    await(DeviceStatus.Unavailable.class, Fault.Code.PAPER_END, NOTICED);
    refill();
    awaitReady();
    openCover();
    await(DeviceStatus.Unavailable.class, Fault.Code.COVER_OPEN, NOTICED);
    closeCover();
    awaitReady();
  }

  @Test
  default void recoversByItselfAfterAReplug() {
    unplug();
    await(DeviceStatus.Unavailable.class, Fault.Code.NOT_CONNECTED, NOTICED);
    plug();
    awaitReady();
    assertInstanceOf(PrintOutcome.Printed.class, printer().print(SHORT));
  }

  @Test
  default void showsNothingPersonal() {
    assertFalse(SHORT.toString().contains("社会"));
    assertTrue(SHORT.lines().stream().noneMatch(line -> line.toString().contains("测试")));
  }

  private void assertRefused(Fault.Code code) {
    var refused = assertInstanceOf(PrintOutcome.Refused.class, printer().print(SHORT));
    assertEquals(code, refused.fault().code());
  }

  private void awaitReady() {
    Eventually.within(
        Duration.ofSeconds(5),
        () -> printer().status().toString(),
        () -> printer().status() instanceof DeviceStatus.Ready);
  }

  private void await(Class<? extends DeviceStatus> status, Fault.Code code, Duration limit) {
    Eventually.within(
        limit,
        () -> code + " but " + printer().status(),
        () ->
            status.isInstance(printer().status())
                && printer().status().trouble().filter(f -> f.code() == code).isPresent());
  }

  private static void pause(Duration length) {
    long end = System.nanoTime() + length.toNanos();
    Eventually.within(length.multipliedBy(2), () -> "time stands", () -> System.nanoTime() >= end);
  }
}
