package org.jiujin.kiosk.screen.kit;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// Digits by touch. Keys act when they are pressed, like those of a telephone, and never take the focus.
public final class DigitKeypad extends GridPane {
  private final ReadOnlyStringWrapper digits = new ReadOnlyStringWrapper("");
  private final int most;
  private final Consumer<String> listener;

  /// @param most how many digits fit; further ones are ignored
  /// @param listener told after every key
  public DigitKeypad(Texts texts, String initial, int most, Consumer<String> listener) {
    this.most = most;
    this.listener = listener;
    digits.set(initial);
    getStyleClass().setAll("keypad");
    for (int digit = 1; digit <= 9; digit++) {
      String key = Integer.toString(digit);
      add(key(key, key, () -> type(key)), (digit - 1) % 3, (digit - 1) / 3);
    }
    Button clear = key("clear", texts.text("keypad.clear"), () -> set(""));
    Button delete = key("delete", texts.text("keypad.delete"), this::delete);
    clear.getStyleClass().add("key-word");
    delete.getStyleClass().add("key-word");
    add(clear, 0, 3);
    add(key("0", "0", () -> type("0")), 1, 3);
    add(delete, 2, 3);
  }

  /// What has been typed so far.
  public ReadOnlyStringProperty digitsProperty() {
    return digits.getReadOnlyProperty();
  }

  private void type(String digit) {
    if (digits.get().length() < most) {
      set(digits.get() + digit);
    }
  }

  private void delete() {
    String now = digits.get();
    set(now.isEmpty() ? now : now.substring(0, now.length() - 1));
  }

  private void set(String value) {
    digits.set(value);
    listener.accept(value);
  }

  private static Button key(String id, String text, Runnable action) {
    var key = new Button(text);
    key.setId("key." + id);
    key.getStyleClass().setAll("key");
    key.setAccessibleText(text);
    key.setFocusTraversable(false);
    key.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    key.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> action.run());
    return key;
  }
}
