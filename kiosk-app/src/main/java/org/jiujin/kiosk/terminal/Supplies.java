package org.jiujin.kiosk.terminal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiujin.device.Device;
import org.jiujin.device.Supplied;
import org.jiujin.device.Supply;
import org.jiujin.device.printer.PaperMeter;
import org.jiujin.fleet.SupplyKind;
import org.jiujin.fleet.local.SupplyReport;

/// What the terminal's devices use up, and how much of it is left: as they say themselves, and as reckoned from what they printed.
/// Thread-safe; never waits for a device.
public final class Supplies implements AutoCloseable {
  private final TerminalDevices devices;
  private final Map<String, PaperRoll> rolls = new TreeMap<>();
  private final Device.Subscription subscription;

  /// @param folder the app's data folder, where it is kept what was used; must exist
  public Supplies(TerminalDevices devices, Path folder) {
    this.devices = devices;
    for (Device device : devices.all()) {
      if (device instanceof PaperMeter meter) {
        String id = device.description().id();
        rolls.put(id, new PaperRoll(folder.resolve("paper-roll-" + id), meter));
      }
    }
    this.subscription = devices.subscribe(this::look);
  }

  /// The supplies of the device with this id; empty when it has none, or says nothing.
  public List<SupplyReport> of(String id) {
    List<SupplyReport> supplies = new ArrayList<>();
    PaperRoll roll = rolls.get(id);
    if (roll != null) {
      supplies.add(roll.supply());
    }
    devices
        .device(id)
        .filter(Supplied.class::isInstance)
        .map(Supplied.class::cast)
        .ifPresent(
            supplied -> supplied.supplies().stream().map(Supplies::report).forEach(supplies::add));
    return supplies.stream().limit(SupplyReport.MAX_SUPPLIES).toList();
  }

  /// Writes down what was used.
  @Override
  public void close() {
    subscription.close();
    rolls.values().forEach(PaperRoll::close);
  }

  private void look(Health health) {
    rolls.forEach((id, roll) -> {
      DeviceHealth device = health.devices().get(id);
      if (device != null) {
        roll.statusIs(device.status());
      }
    });
  }

  private static SupplyReport report(Supply supply) {
    SupplyKind kind =
        switch (supply.kind()) {
          case PAPER -> SupplyKind.PAPER;
          case TONER -> SupplyKind.TONER;
          case INK -> SupplyKind.INK;
        };
    return new SupplyReport(kind, supply.name(), supply.percent(), false, null);
  }
}
