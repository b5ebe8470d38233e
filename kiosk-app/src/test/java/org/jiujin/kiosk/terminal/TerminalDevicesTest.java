package org.jiujin.kiosk.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jiujin.device.DeviceDescription.Kind;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Fault;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.DeviceState;
import org.jiujin.fleet.Mend;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.SupplyKind;
import org.jiujin.fleet.local.DeviceReport;
import org.jiujin.fleet.local.SupplyReport;
import org.jiujin.fleet.usage.MatterUse;
import org.jiujin.fleet.usage.StepUse;
import org.jiujin.fleet.usage.UsageToday;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalDevicesTest {
  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

  @TempDir private Path folder;

  private final InstantSource time = InstantSource.fixed(NOON);
  private final FakeDevices fakes = new FakeDevices(time);

  @Test
  void tellsAListenerThePresentHealthAndEachChange() {
    try (var devices = fakes.open()) {
      List<Boolean> readerUsable = new ArrayList<>();

      devices.subscribe(health -> readerUsable.add(health.usable(Kind.IDENTITY_CARD_READER)));
      fakes.readerBoard.ready();
      fakes.readerBoard.unavailable(Fault.of(Fault.Code.NOT_CONNECTED));

      assertEquals(List.of(false, true, false), readerUsable);
      assertEquals(
          Optional.of(Fault.Mender.STAFF),
          devices.health().of(Kind.IDENTITY_CARD_READER).flatMap(DeviceHealth::mender));
    }
  }

  @Test
  void keepsQuietAfterASubscriptionIsClosed() {
    try (var devices = fakes.open()) {
      List<Health> seen = new ArrayList<>();
      devices.subscribe(seen::add).close();

      fakes.printerBoard.ready();

      assertEquals(1, seen.size());
      assertTrue(devices.health().usable(Kind.RECEIPT_PRINTER));
    }
  }

  @Test
  void closesEveryDevice() {
    fakes.open().close();

    assertEquals(2, fakes.closed());
  }

  @Test
  void reportsDevicesAndCountsInTheWordsOfTheFleet() {
    try (var devices = fakes.open()) {
      fakes.readerBoard.ready();
      fakes.printerBoard.degraded(Fault.of(Fault.Code.PAPER_NEAR_END));
      var counters = new Counters(folder, time);
      counters.count(CountedEvent.STORED);

      var steps = List.of(new StepUse("identity", 3, 8, 20, 1));
      var report =
          new TerminalReport(
                  devices,
                  new Supplies(devices, folder),
                  counters,
                  () -> AppState.SERVING,
                  () -> 3,
                  () -> new UsageToday(steps, List.of()),
                  time)
              .now();

      var printer = device(report.devices(), "receipt");
      assertEquals(
          new DeviceReport(
              "receipt",
              "receipt-printer",
              "fake",
              true,
              DeviceState.DEGRADED,
              "PAPER_NEAR_END",
              Mend.STAFF,
              NOON,
              List.of(
                  new SupplyReport(SupplyKind.PAPER, "", PaperRoll.NEAR_END_PERCENT, true, null))),
          printer);
      assertEquals(Mend.NOBODY, device(report.devices(), "idcard").mend());
      assertEquals(MetricValue.of("serving"), value(report, "app/state"));
      assertEquals(MetricValue.of(1), value(report, "svc/business_stored_today"));
      assertEquals(MetricValue.of(3), value(report, "app/outbox_depth"));
      assertEquals(StepUse.table(steps), value(report, "svc/steps_today"));
      assertEquals(MatterUse.table(List.of()), value(report, "svc/matters_today"));
    }
  }

  @Test
  void opensDevicesThatAreNotPluggedInAndSaysSo() {
    var profile =
        TerminalProfile.load(
                Path.of(Objects.requireNonNull(System.getProperty("kiosk.home"))),
                "config/terminals/demo.yaml")
            .orThrow();

    try (var devices = TerminalDevices.open(profile, folder, InstantSource.system())) {
      long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (!notConnected(devices.health()) && System.nanoTime() < deadline) {
        LockSupport.parkNanos(10_000_000);
      }

      assertTrue(notConnected(devices.health()), () -> devices.health().toString());
      assertFalse(devices.reader().status().usable());
    }
  }

  private static boolean notConnected(Health health) {
    return health.devices().size() == 4
        && health.devices().values().stream()
            .allMatch(device ->
                device.status() instanceof DeviceStatus.Unavailable(var fault, _)
                    && fault.code() == Fault.Code.NOT_CONNECTED);
  }

  private static DeviceReport device(List<DeviceReport> devices, String id) {
    return devices.stream().filter(device -> device.id().equals(id)).findFirst().orElseThrow();
  }

  private static MetricValue value(org.jiujin.fleet.local.LocalMessage.Report report, String name) {
    return report.metrics().stream()
        .filter(metric -> metric.isNamed(name))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
