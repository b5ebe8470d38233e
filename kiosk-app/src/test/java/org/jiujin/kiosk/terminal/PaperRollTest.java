package org.jiujin.kiosk.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jiujin.device.Fault;
import org.jiujin.device.Fault.Code;
import org.jiujin.fleet.local.SupplyReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A roll of 80 m.
class PaperRollTest {
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-11-23T04:00:00Z"));

  @TempDir private Path folder;
  private final FakeDevices fakes = new FakeDevices(NOON);

  @Test
  void knowsNothingBeforeARollWasPutIn() {
    try (var devices = fakes.open();
        var supplies = new Supplies(devices, folder)) {
      fakes.printerBoard.ready();
      fakes.printed = 5_000;
      assertNull(paper(supplies).percent());
      assertEquals(List.of(), supplies.of("idcard"));
    }
  }

  @Test
  void reckonsFromWhatWasPrintedSinceTheRollWasPutIn() {
    try (var devices = fakes.open();
        var supplies = new Supplies(devices, folder)) {
      fakes.printed = 7_000;
      changeRoll();
      assertEquals(Integer.valueOf(100), paper(supplies).percent());
      fakes.printed = 7_000 + 20_000;
      assertEquals(Integer.valueOf(75), paper(supplies).percent());
      assertTrue(paper(supplies).estimated());
      fakes.printed = 7_000 + 200_000;
      assertEquals(Integer.valueOf(1), paper(supplies).percent(), "the printer says there is some");
    }
  }

  @Test
  void goesOnAfterARestartOfTheApp() {
    try (var devices = fakes.open();
        var _ = new Supplies(devices, folder)) {
      changeRoll();
      fakes.printed = 40_000;
    }
    var again = new FakeDevices(NOON);
    try (var devices = again.open();
        var supplies = new Supplies(devices, folder)) {
      again.printerBoard.ready();
      assertEquals(Integer.valueOf(50), paper(supplies).percent());
      again.printed = 8_000;
      assertEquals(Integer.valueOf(40), paper(supplies).percent());
    }
  }

  @Test
  void losesNoMoreThanAStripWhenTheAppIsKilled() {
    var devices = fakes.open();
    var killed = new Supplies(devices, folder);
    changeRoll();
    for (int strip = 1; strip <= 50; strip++) {
      fakes.printed = strip * 250L;
      paper(killed);
    }
    var again = new FakeDevices(NOON);
    try (var other = again.open();
        var supplies = new Supplies(other, folder)) {
      again.printerBoard.ready();
      assertEquals(Integer.valueOf(84), paper(supplies).percent());
    }
    killed.close();
    devices.close();
  }

  @Test
  void believesTheSensorMoreThanTheReckoning() {
    try (var devices = fakes.open();
        var supplies = new Supplies(devices, folder)) {
      changeRoll();
      fakes.printerBoard.degraded(Fault.of(Code.PAPER_NEAR_END));
      assertEquals(Integer.valueOf(10), paper(supplies).percent());
      fakes.printerBoard.unavailable(Fault.of(Code.PAPER_END));
      assertEquals(Integer.valueOf(0), paper(supplies).percent());
      assertFalse(paper(supplies).estimated());
    }
  }

  @Test
  void takesNoRollForNewWhoseEndIsStillNear() {
    try (var devices = fakes.open();
        var supplies = new Supplies(devices, folder)) {
      changeRoll();
      fakes.printed = 76_000;
      fakes.printerBoard.unavailable(Fault.of(Code.COVER_OPEN));
      fakes.printerBoard.degraded(Fault.of(Code.PAPER_NEAR_END));
      assertEquals(Integer.valueOf(5), paper(supplies).percent());
      fakes.printerBoard.unavailable(Fault.of(Code.COVER_OPEN));
      fakes.printerBoard.ready();
      assertEquals(Integer.valueOf(100), paper(supplies).percent());
    }
  }

  @Test
  void countsOnThroughFaultsThatSayNothingOfPaper() {
    try (var devices = fakes.open();
        var supplies = new Supplies(devices, folder)) {
      changeRoll();
      fakes.printed = 40_000;
      fakes.printerBoard.unavailable(Fault.of(Code.NOT_CONNECTED));
      fakes.printerBoard.degraded(Fault.of(Code.PAPER_NOT_TAKEN));
      fakes.printerBoard.ready();
      assertEquals(Integer.valueOf(50), paper(supplies).percent());
    }
  }

  @Test
  void beginsAnewWhenItsFileIsDamaged() throws IOException {
    Files.writeString(folder.resolve("paper-roll-receipt"), "-12 metres");
    try (var devices = fakes.open();
        var supplies = new Supplies(devices, folder)) {
      fakes.printerBoard.ready();
      assertNull(paper(supplies).percent());
    }
  }

  private void changeRoll() {
    fakes.printerBoard.unavailable(Fault.of(Code.PAPER_END));
    fakes.printerBoard.ready();
  }

  private static SupplyReport paper(Supplies supplies) {
    return supplies.of("receipt").getFirst();
  }
}
