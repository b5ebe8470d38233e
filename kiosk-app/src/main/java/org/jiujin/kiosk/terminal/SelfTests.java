package org.jiujin.kiosk.terminal;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceLease;
import org.jiujin.device.selftest.Level;
import org.jiujin.device.selftest.SelfTest;
import org.jiujin.device.selftest.SelfTestResult;
import org.jiujin.fleet.command.CommandState;
import org.jiujin.fleet.command.Refusal;
import org.jiujin.fleet.local.LocalMessage;

/// Tests a device for the operator: what needs no hand, and only while no resident holds it.
public record SelfTests(TerminalDevices devices) {
  /// Longer than any test that needs nobody.
  private static final Duration TIME_TO_LIVE = Duration.ofMinutes(3);

  /// Runs one test; waits for the device within the limits of its own calls.
  ///
  /// @param order with the arguments `device` and `level` (`internal` or `external`, `internal` if it is missing)
  public LocalMessage.OrderDone run(LocalMessage.Order order) {
    Optional<Device> device = devices.device(order.arguments().getOrDefault("device", ""));
    String level = order.arguments().getOrDefault("level", word(Level.INTERNAL));
    if (device.isEmpty()) {
      return refused(order, "no-such-device");
    }
    if (level.equals(word(Level.INTERNAL))) {
      return alone(order, device.get(), Level.INTERNAL);
    }
    return level.equals(word(Level.EXTERNAL))
        ? alone(order, device.get(), Level.EXTERNAL)
        : refused(order, Refusal.BAD_ARGUMENT.word());
  }

  private static LocalMessage.OrderDone alone(
      LocalMessage.Order order, Device device, Level level) {
    String session = "self-test-" + UUID.randomUUID();
    if (!device.lease().acquire(session, TIME_TO_LIVE)) {
      return refused(order, "in-use");
    }
    try {
      return told(
          order,
          DeviceLease.as(session, () -> SelfTest.run(device, level, Duration.ZERO, _ -> {})));
    } finally {
      device.lease().release(session);
    }
  }

  private static LocalMessage.OrderDone told(LocalMessage.Order order, SelfTestResult result) {
    String reason =
        switch (result) {
          case SelfTestResult.Passed(var what) -> what;
          case SelfTestResult.PassedWith(var fault) -> fault.code().name();
          case SelfTestResult.Failed(var fault) -> fault.code().name();
          case SelfTestResult.NobodyThere _ -> "nobody-there";
        };
    return LocalMessage.OrderDone.of(
        order.id(), result.passed() ? CommandState.DONE : CommandState.FAILED, reason);
  }

  private static LocalMessage.OrderDone refused(LocalMessage.Order order, String reason) {
    return LocalMessage.OrderDone.of(order.id(), CommandState.REFUSED, reason);
  }

  private static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
