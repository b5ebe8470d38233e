package org.jiujin.kiosk.screen.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jiujin.kiosk.identity.Person;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.ScreenModel;

/// The card's data as far as the screen may show them.
public final class IdentityModel extends ScreenModel<State.ConfirmingIdentity> {
  public IdentityModel(State.ConfirmingIdentity state, Consumer<Event> journey) {
    super(state, journey);
  }

  /// One line: message key of its name, and the masked value.
  record Line(String id, String nameKey, String value) {}

  List<Line> lines() {
    Person person = state().person();
    return List.of(
            new Line("identity.name", "identity.name", person.maskedName()),
            new Line("identity.number", "identity.number", person.number().masked()),
            new Line("identity.address", "identity.address", person.maskedAddress()),
            new Line("identity.issuer", "identity.issuer", person.issuer()))
        .stream()
        .filter(line -> !line.value().isEmpty())
        .toList();
  }

  /// The card's last day, or empty for 长期.
  String validTo() {
    LocalDate last = state().person().validTo();
    return last.equals(LocalDate.MAX) ? "" : last.toString();
  }
}
