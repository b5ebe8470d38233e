package org.jiujin.kiosk.screen;

import javafx.scene.Parent;
import org.jiujin.kiosk.journey.State;

/// One screen below the header. FX thread only; holds personal data until it is dropped.
///
/// @param <S> the state that it draws
public interface Screen<S extends State> {
  /// The nodes, always the same ones.
  Parent root();

  /// Draws a newer state of the same screen.
  void show(S state);

  /// What is said aloud when the screen appears, as a message key with its arguments already in place.
  String spoken();
}
