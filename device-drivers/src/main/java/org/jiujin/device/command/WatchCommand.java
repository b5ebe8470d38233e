package org.jiujin.device.command;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceStatus;

/// `watch`: a line for each change of a device, until Ctrl-C or until the time is over.
final class WatchCommand implements Command {
  private static final int A_DAY = 86_400;

  @Override
  public String name() {
    return "watch";
  }

  @Override
  public String synopsis() {
    return "[--seconds N] [DEVICE…] " + Profiles.SYNOPSIS;
  }

  @Override
  public String summary() {
    return "show every change of the devices as it happens";
  }

  @Override
  public Set<String> options() {
    var options = new HashSet<>(Profiles.OPTIONS);
    options.add("--seconds");
    return options;
  }

  @Override
  public int run(Words words, Terminal terminal) {
    int seconds = words.number("--seconds", A_DAY, 1, A_DAY);
    var opened =
        Profiles.load(words, terminal)
            .flatMap(
                profile -> Profiles.open(profile, Set.copyOf(words.operands()), words, terminal));
    if (opened.isEmpty()) {
      return FAILED;
    }
    try (var devices = opened.get()) {
      watch(List.copyOf(devices.byId().values()), seconds, terminal);
    }
    return OK;
  }

  private static void watch(List<Device> devices, int seconds, Terminal terminal) {
    var subscriptions = new ArrayList<Device.Subscription>();
    for (var device : devices) {
      subscriptions.add(device.subscribe(status -> show(device, status, terminal)));
    }
    try {
      // Nothing counts this down: the time ends it, or Ctrl-C the program.
      var _ = new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
    subscriptions.forEach(Device.Subscription::close);
  }

  private static void show(Device device, DeviceStatus status, Terminal terminal) {
    var time =
        LocalTime.ofInstant(status.since(), ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS);
    terminal.out().println(time + "\t" + StatusLine.of(device, status));
  }
}
