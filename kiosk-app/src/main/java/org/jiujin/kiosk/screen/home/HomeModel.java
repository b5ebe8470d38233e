package org.jiujin.kiosk.screen.home;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jiujin.kiosk.catalogue.Matter;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.ScreenModel;
import org.jiujin.kiosk.screen.TerminalPort.Availability;

/// The matters on offer, and what stands in their way.
public final class HomeModel extends ScreenModel<State.Home> {
  private final List<Matter> matters;
  private final ReadOnlyObjectWrapper<Availability> availability;

  public HomeModel(
      State.Home state, Consumer<Event> journey, List<Matter> matters, Availability now) {
    super(state, journey);
    this.matters = List.copyOf(matters);
    this.availability = new ReadOnlyObjectWrapper<>(now);
  }

  /// Which devices can be used; the tiles follow it.
  public ReadOnlyObjectProperty<Availability> availabilityProperty() {
    return availability.getReadOnlyProperty();
  }

  /// Takes a change of the devices. FX thread.
  public void devices(Availability now) {
    availability.set(now);
  }

  List<Matter> matters() {
    return matters;
  }

  /// Why no matter can be begun now, as a message key; empty when nothing stands in the way.
  ///
  /// Every matter begins with the identity card, so the reader decides for all of them.
  Optional<String> obstacleKey() {
    return switch (availability.get().reader()) {
      case READY -> Optional.empty();
      case RECOVERING -> Optional.of("home.reader.recovering");
      case AWAY -> Optional.of("home.reader.away");
    };
  }

  /// What the resident should know although the matters can be begun, as a message key.
  Optional<String> noticeKey() {
    return switch (availability.get().printer()) {
      case READY -> Optional.empty();
      case RECOVERING, AWAY -> Optional.of("home.printer.away");
    };
  }

  void choose(Matter matter) {
    send(new Event.MatterChosen(matter));
  }
}
