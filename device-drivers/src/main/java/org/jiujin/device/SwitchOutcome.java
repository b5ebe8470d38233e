package org.jiujin.device;

/// How switching something went: a lamp, a buzzer, a light.
///
/// @since 0.2
public sealed interface SwitchOutcome {
  /// It is as asked.
  record Switched() implements SwitchOutcome {}

  /// It was not touched.
  record Refused(Fault fault) implements SwitchOutcome {}

  /// The command left and was not confirmed.
  record Uncertain(Fault fault) implements SwitchOutcome {}
}
