package org.jiujin.kiosk.screen.consent;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jiujin.kiosk.catalogue.RequiredMaterial;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.ScreenModel;

/// What the resident is asked to consent to.
public final class ConsentModel extends ScreenModel<State.AskingConsent> {
  private final InstantSource time;

  public ConsentModel(State.AskingConsent state, Consumer<Event> journey, InstantSource time) {
    super(state, journey);
    this.time = time;
  }

  /// The names of the materials that would be fetched.
  List<String> fetched() {
    return state().matter().materials().stream()
        .filter(material -> comesFromData(material.source()))
        .map(RequiredMaterial::name)
        .toList();
  }

  private static boolean comesFromData(RequiredMaterial.Source source) {
    return switch (source) {
      case ELECTRONIC_CERTIFICATE, SHARED_DATA -> true;
      case PHOTOGRAPHED, PHONE, PROMISE, POST -> false;
    };
  }

  void agree() {
    send(new Event.Consented(time.instant()));
  }

  void decline() {
    send(new Event.Declined());
  }
}
