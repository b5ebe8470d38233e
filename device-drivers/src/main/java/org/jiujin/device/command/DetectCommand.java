package org.jiujin.device.command;

import java.util.ArrayList;
import java.util.Set;
import java.util.function.Supplier;
import org.jiujin.device.line.Places;
import org.jiujin.device.line.SerialPorts;
import org.jiujin.device.profile.Drivers;

/// `detect`: looks for devices and writes a profile that a person can correct.
final class DetectCommand implements Command {
  private static final String KNOWN_FORMS = "(tcp|ipp)://.+|[^:]+|/.*";

  private final Supplier<Drivers> drivers;

  DetectCommand() {
    this(Drivers::found);
  }

  DetectCommand(Supplier<Drivers> drivers) {
    this.drivers = drivers;
  }

  @Override
  public String name() {
    return "detect";
  }

  @Override
  public String synopsis() {
    return "[--dir FOLDER] [PORT…] [tcp://…] [ipp://…]";
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
    var places = new ArrayList<>(words.operands());
    var wrong = places.stream().filter(place -> !place.matches(KNOWN_FORMS)).findFirst();
    if (wrong.isPresent()) {
      throw new UsageException(
          wrong.get() + " is no place; write a path, tcp://host:port or ipp://host:port/path");
    }
    if (places.stream().noneMatch(Places::serial)) {
      var folder = words.option("--dir", "");
      places.addAll(
          folder.isEmpty() ? SerialPorts.all() : SerialPorts.in(terminal.home().resolve(folder)));
    }
    terminal.progress("Asking " + (places.isEmpty() ? "no port" : String.join(", ", places)));
    var proposal = new Proposal(new Survey(drivers.get(), terminal::progress).of(places));
    if (!proposal.empty()) {
      terminal.out().print(proposal.text());
    }
    if (!proposal.certain()) {
      terminal.complain("nothing answered; are the devices switched on, and is no app running?");
      return FAILED;
    }
    return OK;
  }
}
