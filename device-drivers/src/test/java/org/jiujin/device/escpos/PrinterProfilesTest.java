package org.jiujin.device.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jiujin.device.DeviceDescription.Capability;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.Eventually;
import org.jiujin.device.Fault;
import org.jiujin.device.SettingException;
import org.jiujin.device.printer.PaperWidth;
import org.jiujin.device.printer.PrintOutcome;
import org.jiujin.device.printer.Receipt;
import org.jiujin.device.printer.ReceiptLine;
import org.jiujin.device.printer.ReceiptPrinter;
import org.jiujin.device.virtual.MemoryPort;
import org.jiujin.device.virtual.PrinterModel;
import org.jiujin.device.virtual.VirtualReceiptPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of a print on printers that tell more or less of themselves.
class PrinterProfilesTest {
  private static final Receipt SLIP = new Receipt(List.of(ReceiptLine.text("样例")));
  private static final PrinterModel QUICK = PrinterModel.COMMON.printing(0);

  @Test
  void aPrinterThatTellsNothingLeavesEveryPrintUncertain() {
    var peer = new Peer(QUICK.answering(false, false, false));
    try (var printer = peer.open(EscPosProfile.COMMON.telling(EscPosProfile.Status.NONE))) {
      assertFalse(printer.description().capabilities().contains(Capability.LIVE_STATUS));
      var outcome = assertInstanceOf(PrintOutcome.Uncertain.class, printer.print(SLIP));
      assertEquals(Fault.Code.NO_ANSWER, outcome.fault().code());
      assertInstanceOf(DeviceStatus.Ready.class, printer.status(), "nothing is known against it");
      peer.virtual.unplug();
      peer.await(printer, DeviceStatus.Unavailable.class, Fault.Code.NOT_CONNECTED);
      assertInstanceOf(PrintOutcome.Refused.class, printer.print(SLIP));
    }
  }

  @Test
  void aPrinterWithReportsOnlyAndNoReplyInOrderConfirmsNothing() {
    var peer = new Peer(QUICK.answering(false, true, false));
    var profile = EscPosProfile.COMMON.telling(EscPosProfile.Status.ASB).replyingInOrder(false);
    try (var printer = peer.open(profile)) {
      assertInstanceOf(PrintOutcome.Uncertain.class, printer.print(SLIP));
      peer.virtual.openCover();
      var refused = assertInstanceOf(PrintOutcome.Refused.class, printer.print(SLIP));
      assertEquals(Fault.Code.COVER_OPEN, refused.fault().code());
    }
  }

  @Test
  void aPrinterWithoutRepliesInOrderIsWatchedForAsLongAsTheStripTakes() {
    var peer = new Peer(QUICK.answering(true, false, false));
    try (var printer = peer.open(EscPosProfile.COMMON.replyingInOrder(false))) {
      assertEquals(new PrintOutcome.Printed(1), printer.print(SLIP));
    }
  }

  @Test
  void saysThatAStripWasNotTakenUntilItIs() {
    var peer = new Peer(QUICK.seeingTheExit());
    try (var printer = peer.open(EscPosProfile.COMMON.seeingTheExit())) {
      assertTrue(printer.description().capabilities().contains(Capability.PAPER_TAKEN));
      assertInstanceOf(PrintOutcome.Printed.class, printer.print(SLIP));
      var left = assertInstanceOf(DeviceStatus.Degraded.class, printer.status());
      assertEquals(Fault.Code.PAPER_NOT_TAKEN, left.fault().code());
      assertEquals(Fault.Mender.RESIDENT, left.fault().mender());
      assertInstanceOf(
          PrintOutcome.Printed.class, printer.print(SLIP), "the next one pushes it out");
      peer.virtual.takeStrips();
      peer.awaitReady(printer);
    }
  }

  @Test
  void saysThatASensorIsNotThereWhichTheProfileNames() {
    var peer = new Peer(QUICK);
    try (var printer = peer.openUnready(EscPosProfile.COMMON.seeingTheExit())) {
      peer.await(printer, DeviceStatus.Degraded.class, Fault.Code.MISCONFIGURED);
      assertInstanceOf(PrintOutcome.Printed.class, printer.print(SLIP));
    }
  }

  @Test
  void readsTheSettingsOfADeviceSet() {
    var profile =
        EscPosDriver.profile(
            new DriverSettings(
                Map.of("widthMm", "58", "status", "asb", "fourByteCharacters", "true")));
    assertEquals(PaperWidth.MM_58, profile.paper());
    assertEquals(EscPosProfile.Status.ASB, profile.status());
    assertTrue(profile.fourByteCharacters());
    assertEquals(EscPosProfile.COMMON, EscPosDriver.profile(DriverSettings.NONE));
  }

  @ParameterizedTest
  @CsvSource({
    "widthMm, 76, 'is 76; write one of 58, 80'",
    "status, maybe, 'is maybe; write one of asb, none, realtime'",
    "font, /nowhere.ttf, 'is /nowhere.ttf; write the path of a TrueType font'",
    "fourByteCharacters, ja, 'is ja; write true or false'"
  })
  void refusesSettingsThatCannotBe(String setting, String value, String message) {
    var wrong = new DriverSettings(Map.of(setting, value));
    var refused = assertThrows(SettingException.class, () -> EscPosDriver.profile(wrong));
    assertEquals(setting, refused.setting());
    assertEquals(setting + " " + message, refused.getMessage());
  }

  @Test
  void refusesASensorThatCannotBeAsked() {
    var wrong = new DriverSettings(Map.of("status", "asb", "paperTakenSensor", "true"));
    assertEquals(
        "paperTakenSensor",
        assertThrows(SettingException.class, () -> EscPosDriver.profile(wrong)).setting());
  }

  private static final class Peer {
    private final MemoryPort port = new MemoryPort();
    private final VirtualReceiptPrinter virtual;

    Peer(PrinterModel model) {
      virtual = new VirtualReceiptPrinter(port, PrinterOnVirtualPaper.FONT, model);
      virtual.plug();
    }

    ReceiptPrinter open(EscPosProfile profile) {
      var printer = openUnready(profile);
      awaitReady(printer);
      return printer;
    }

    ReceiptPrinter openUnready(EscPosProfile profile) {
      return EscPosPrinters.open(
          new DevicePort("receipt", "virtual", true), port, profile, InstantSource.system());
    }

    void awaitReady(ReceiptPrinter printer) {
      Eventually.within(
          Duration.ofSeconds(5),
          () -> printer.status().toString(),
          () -> printer.status() instanceof DeviceStatus.Ready);
    }

    void await(ReceiptPrinter printer, Class<? extends DeviceStatus> status, Fault.Code code) {
      Eventually.within(
          Duration.ofSeconds(8),
          () -> printer.status().toString(),
          () ->
              status.isInstance(printer.status())
                  && printer.status().trouble().filter(f -> f.code() == code).isPresent());
    }
  }
}
