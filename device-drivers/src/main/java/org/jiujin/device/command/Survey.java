package org.jiujin.device.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jiujin.device.DeviceDescription.Kind;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.profile.Drivers;

/// Lets one driver after the other look for its devices. What has answered one is not asked by the next.
final class Survey {
  /// What is told by its name is asked nothing. Then printers, because they would take others' questions for something to
  /// print; then boards, whose questions have checksums.
  private static final List<Kind> FIRST =
      List.of(Kind.CODE_SCANNER, Kind.RECEIPT_PRINTER, Kind.CABINET);

  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final Duration LIMIT_EACH_PLACE = Duration.ofSeconds(8);

  private final Drivers drivers;
  private final Consumer<String> progress;

  /// @param progress told what is looked for now
  Survey(Drivers drivers, Consumer<String> progress) {
    this.drivers = drivers;
    this.progress = progress;
  }

  /// One find of one driver.
  record Find(DeviceDriver driver, DeviceDriver.Found found) {}

  /// Looks everywhere.
  ///
  /// @param places serial ports, and addresses on the network
  List<Find> of(List<String> places) {
    var free = new ArrayList<>(places);
    var finds = new ArrayList<Find>();
    for (var driver : inOrder()) {
      var limit = LIMIT.plus(LIMIT_EACH_PLACE.multipliedBy(free.size()));
      progress.accept(
          "Looking for %s, %d seconds at most".formatted(driver.name(), limit.toSeconds()));
      for (var found : driver.detect(List.copyOf(free), limit)) {
        free.remove(found.address());
        finds.add(new Find(driver, found));
        progress.accept("  " + Proposal.printable(found.address() + ": " + found.model()));
      }
    }
    return finds;
  }

  private List<DeviceDriver> inOrder() {
    return drivers.all().stream().sorted(Comparator.comparingInt(Survey::turn)).toList();
  }

  private static int turn(DeviceDriver driver) {
    int turn = FIRST.indexOf(driver.kind());
    return turn < 0 ? FIRST.size() : turn;
  }
}
