package org.jiujin.device.escpos;

import java.time.Duration;
import java.util.Optional;
import org.jiujin.device.Fault;
import org.jiujin.device.line.Line;

/// How a printer tells its state over one line. Kept as long as the line, because some of it comes unasked.
sealed interface StatusTalk permits RealTimeTalk, AutoStatusTalk, NoTalk {
  /// What a model offers.
  static StatusTalk over(Line line, EscPosProfile.Status status) {
    return switch (status) {
      case REALTIME -> new RealTimeTalk(line);
      case ASB -> new AutoStatusTalk(line);
      case NONE -> new NoTalk(line);
    };
  }

  /// The line that this talk belongs to.
  Line line();

  /// The state before anything is printed, or for the rhythm of looks.
  ///
  /// @param again whether a lost first answer is asked for once more
  Inquiry inquire(boolean again);

  /// What keeps the printer from going on, while it prints.
  Optional<Fault> obstacle();

  /// Whether a reply in order came, waiting for it at most this long.
  boolean saidInOrder(Duration limit);

  /// Forgets replies in order to earlier prints.
  void begin();

  /// What the questions led to.
  sealed interface Inquiry {
    record Known(PrinterState state) implements Inquiry {}

    record Failed(Fault fault) implements Inquiry {}

    /// What keeps the printer from printing, its silence among it.
    default Optional<Fault> obstacle() {
      return switch (this) {
        case Known(var state) -> state.obstacle();
        case Failed(var fault) -> Optional.of(fault);
      };
    }
  }

  /// Silence, or the reason for it.
  static Inquiry silence(Line line) {
    return new Inquiry.Failed(
        Fault.of(line.lost() ? Fault.Code.NOT_CONNECTED : Fault.Code.NO_ANSWER));
  }
}
