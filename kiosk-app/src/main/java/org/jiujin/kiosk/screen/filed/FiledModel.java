package org.jiujin.kiosk.screen.filed;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import org.jiujin.kiosk.journey.Acknowledgement;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.Printing;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.ScreenModel;

/// What the resident holds in hand.
public final class FiledModel extends ScreenModel<State.Filed> {
  private static final int GROUP = 4;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  public FiledModel(State.Filed state, Consumer<Event> journey) {
    super(state, journey);
  }

  /// The number that the resident asks with later.
  String number() {
    return switch (state().kept().acknowledgement()) {
      case Acknowledgement.Accepted(var caseNumber, _, _) -> caseNumber;
      case Acknowledgement.StoredHere(var localNumber, _) -> localNumber;
    };
  }

  /// A number of digits in groups of four, so that it can be read out and compared; other numbers as they are.
  String numberInGroups() {
    String number = number();
    if (!number.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return number;
    }
    var grouped = new StringBuilder();
    for (int i = 0; i < number.length(); i += GROUP) {
      grouped.append(i > 0 ? " " : "").append(number, i, Math.min(number.length(), i + GROUP));
    }
    return grouped.toString();
  }

  String timeKey() {
    return switch (state().kept().acknowledgement()) {
      case Acknowledgement.Accepted _ -> "filed.accepted.at";
      case Acknowledgement.StoredHere _ -> "filed.stored.at";
    };
  }

  /// When it was safe, on the terminal's wall clock.
  String time(ZoneId zone) {
    return TIME.withZone(zone).format(state().kept().acknowledgement().at());
  }

  String printingKey() {
    return switch (state().printing()) {
      case Printing.Running _ -> "filed.printing";
      case Printing.Done _ -> "filed.printed";
      case Printing.Refused _ -> "filed.printRefused";
      case Printing.Uncertain _ -> "filed.printUncertain";
    };
  }

  /// The code for the hotline, or empty.
  String printingCode() {
    return switch (state().printing()) {
      case Printing.Running _, Printing.Done _ -> "";
      case Printing.Refused(var code) -> code;
      case Printing.Uncertain(var code) -> code;
    };
  }

  boolean mayPrintAgain() {
    return state().printing() instanceof Printing.Refused;
  }

  /// Going on waits for the printer, so that nobody leaves without the strip.
  boolean mayGoOn() {
    return !(state().printing() instanceof Printing.Running);
  }

  void printAgain() {
    send(new Event.PrintAsked());
  }
}
