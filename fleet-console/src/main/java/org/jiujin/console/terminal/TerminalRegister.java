package org.jiujin.console.terminal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// Takes down what the terminals report. The only way in which what is known about them changes.
///
/// Calls for one terminal come from one thread at a time. Each is one transaction and ends with a [TerminalChanged];
/// a database that does not answer is a `DataAccessException`, and nothing was changed.
public interface TerminalRegister {
  /// A terminal connected, or says everything again. Its devices report on their own.
  void born(TerminalId id, int bdSeq, Readings readings);

  /// Some values of a terminal changed.
  void reported(TerminalId id, Readings readings);

  /// A terminal's connection is gone, and its devices with it.
  void died(TerminalId id);

  /// A device is attached, or some of its values changed.
  void deviceReported(TerminalId id, String device, Readings readings);

  /// A device went away while its terminal stays.
  void deviceDied(TerminalId id, String device);

  /// All devices had time to report after a birth: those that did not are gone.
  ///
  /// @param present the devices that reported
  void devicesSettled(TerminalId id, Set<String> present);

  /// The final counts of a day, told afterwards; they take the place of what was known of that day.
  void dayCounted(TerminalId id, LocalDate day, Counts counts);

  /// Two agents with this terminal's identity were seen to alternate.
  void cloned(TerminalId id);

  /// Every terminal that ever reported, as it was last stored.
  List<Remembered> remembered();

  /// What is remembered of a terminal over a restart of the console.
  ///
  /// @param alive whether it was connected when last heard of
  /// @param bdSeq the birth-death number of its last birth
  record Remembered(TerminalId id, boolean alive, int bdSeq) {}
}
