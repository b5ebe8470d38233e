package org.jiujin.device.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.line.SerialPorts;
import org.jiujin.device.profile.Drivers;

/// `detect`: looks for devices and writes a profile that a person can correct.
final class DetectCommand implements Command {
  private static final Duration LIMIT_EACH = Duration.ofSeconds(15);

  @Override
  public String name() {
    return "detect";
  }

  @Override
  public String synopsis() {
    return "[--dir FOLDER] [PORT…]";
  }

  @Override
  public String summary() {
    return "look for devices and propose a profile";
  }

  @Override
  public Set<String> options() {
    return Set.of("--dir");
  }

  @Override
  public int run(Words words, Terminal terminal) {
    var ports = new ArrayList<>(words.operands());
    if (ports.isEmpty()) {
      var folder = words.option("--dir", "");
      ports.addAll(
          folder.isEmpty() ? SerialPorts.all() : SerialPorts.in(terminal.home().resolve(folder)));
    }
    terminal.progress("Asking " + (ports.isEmpty() ? "no serial port" : String.join(", ", ports)));
    var proposal = new ArrayList<String>();
    var free = new ArrayList<>(ports);
    for (var driver : Drivers.found().all()) {
      for (var found : driver.detect(List.copyOf(free), LIMIT_EACH)) {
        free.remove(found.address());
        proposal.add(entry(driver, found, proposal.size()));
      }
    }
    return propose(proposal, terminal);
  }

  private static int propose(List<String> proposal, Terminal terminal) {
    if (proposal.isEmpty()) {
      terminal.complain("nothing answered; are the devices switched on, and is no app running?");
      return FAILED;
    }
    terminal.out().println("# yaml-language-server: $schema=devices.schema.json");
    terminal.out().println("model: 新终端");
    terminal.out().println("devices:");
    proposal.forEach(terminal.out()::print);
    return OK;
  }

  private static String entry(DeviceDriver driver, DeviceDriver.Found found, int index) {
    return """
      - id: %s-%d
        driver: %s
        port: "%s"  # %s
    """
        .formatted(idOf(driver), index + 1, driver.name(), found.address(), found.model());
  }

  private static String idOf(DeviceDriver driver) {
    return switch (driver.kind()) {
      case IDENTITY_CARD_READER -> "idcard";
      case CHIP_CARD_READER -> "chipcard";
      case CODE_SCANNER -> "scanner";
      case DOCUMENT_CAMERA -> "camera";
      case FACE_CAMERA -> "face";
      case RECEIPT_PRINTER -> "receipt";
      case DOCUMENT_PRINTER -> "printer";
      case CABINET -> "cabinet";
    };
  }
}
