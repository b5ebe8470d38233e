package org.jiujin.device.command;

import java.time.Duration;
import java.util.Set;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Fault;
import org.jiujin.device.profile.OpenDevices;

/// `list`: one line for each device of the profile, after it had time to answer.
final class ListCommand implements Command {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "list";
  }

  @Override
  public String synopsis() {
    return Profiles.SYNOPSIS;
  }

  @Override
  public String summary() {
    return "list the devices of a profile and how they are";
  }

  @Override
  public Set<String> options() {
    return Profiles.OPTIONS;
  }

  @Override
  public int run(Words words, Terminal terminal) {
    var opened =
        Profiles.load(words, terminal)
            .flatMap(profile -> Profiles.open(profile, Set.of(), words, terminal));
    if (opened.isEmpty()) {
      return FAILED;
    }
    try (var devices = opened.get()) {
      return list(devices, terminal);
    }
  }

  private static int list(OpenDevices devices, Terminal terminal) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    boolean all = true;
    for (var device : devices.byId().values()) {
      var status = settled(device, deadline);
      terminal.out().println(StatusLine.of(device, status));
      all &= status.usable();
    }
    return all ? OK : FAILED;
  }

  /// The status once the device has been asked, or what is known at the deadline.
  private static DeviceStatus settled(Device device, long deadline) {
    return StatusWait.until(device, deadline, ListCommand::settled);
  }

  private static boolean settled(DeviceStatus status) {
    return status.trouble().filter(fault -> fault.code() == Fault.Code.STARTING).isEmpty();
  }
}
