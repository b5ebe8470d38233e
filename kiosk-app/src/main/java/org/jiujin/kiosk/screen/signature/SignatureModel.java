package org.jiujin.kiosk.screen.signature;

import java.util.function.Consumer;
import org.jiujin.kiosk.identity.Signature;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.ScreenModel;

/// Waits for a signature.
public final class SignatureModel extends ScreenModel<State.Signing> {
  public SignatureModel(State.Signing state, Consumer<Event> journey) {
    super(state, journey);
  }

  void signed(byte[] png) {
    send(new Event.Signed(new Signature(png)));
  }
}
