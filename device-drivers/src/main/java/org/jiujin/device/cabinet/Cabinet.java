package org.jiujin.device.cabinet;

import java.time.Duration;
import java.util.function.Consumer;
import org.jiujin.device.Device;
import org.jiujin.device.SwitchOutcome;

/// The cabinet's sensors, lamp and buzzer.
///
/// Its status is unavailable only while the sensors cannot be asked. What they say degrades it, worst first: tampered with,
/// battery low, too hot, too cold, door open, on battery. A terminal whose door is open still works; what is to be done
/// about it is for the application to decide.
///
/// Lamp and buzzer are off when nobody wants them on: a pattern and a lamp's time end by themselves, both end when a
/// session loses the device and when it is closed, and a board that forgot them in a restart is told again.
///
/// @since 0.2
public interface Cabinet extends Device {
  /// No lamp burns longer than this without being asked for again.
  Duration LONGEST_LIGHT = Duration.ofHours(1);

  /// What the sensors said last; never waits. While the device is unavailable nothing is known.
  Readings readings();

  /// Calls the listener with the present readings at once, on the caller's thread, and from then on with each change, on
  /// the device's lane thread. A listener must return quickly; one that throws is logged and stays subscribed.
  Subscription watch(Consumer<Readings> listener);

  /// Switches the lamp on. Takes at most ten seconds.
  ///
  /// After an [SwitchOutcome.Uncertain] the driver goes on trying until the lamp's time is over.
  ///
  /// @param atMost when the lamp goes off by itself
  /// @return refused with `MISCONFIGURED` when there is no lamp
  /// @throws IllegalArgumentException when it is longer than [#LONGEST_LIGHT], or not longer than nothing
  SwitchOutcome lampOn(Duration atMost);

  /// Switches the lamp off. Takes at most ten seconds; the driver goes on trying.
  SwitchOutcome lampOff();

  /// Begins to buzz, in place of a pattern that is not over yet. Takes at most ten seconds, and does not wait for the
  /// pattern's end.
  ///
  /// @return refused with `MISCONFIGURED` when there is no buzzer
  SwitchOutcome buzz(BuzzerPattern pattern);

  /// Ends the buzzing. Takes at most ten seconds; the driver goes on trying.
  SwitchOutcome silence();
}
