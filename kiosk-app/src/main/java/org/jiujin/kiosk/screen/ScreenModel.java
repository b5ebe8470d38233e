package org.jiujin.kiosk.screen;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.State;

/// What every view model has: the state as a property, and the touches that most screens share.
///
/// @param <S> the state that its screen draws
public abstract class ScreenModel<S extends State> {
  private final ReadOnlyObjectWrapper<S> state;
  private final Consumer<Event> journey;

  protected ScreenModel(S first, Consumer<Event> journey) {
    this.state = new ReadOnlyObjectWrapper<>(first);
    this.journey = journey;
  }

  /// The state that is drawn.
  public final ReadOnlyObjectProperty<S> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The state that is drawn now.
  public final S state() {
    return state.get();
  }

  /// Takes a newer state of the same screen.
  public final void show(S next) {
    state.set(next);
  }

  /// The main button.
  public void goOn() {
    send(new Event.Continued());
  }

  /// The back button.
  public void goBack() {
    send(new Event.WentBack());
  }

  /// 结束并清除.
  public void end() {
    send(new Event.Ended());
  }

  protected final void send(Event event) {
    journey.accept(event);
  }
}
