package org.jiujin.kiosk.screen.kit;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Mends an address without a keyboard: the words that addresses are made of, the digits, and taking back.
///
/// Free Chinese typing comes with the keyboards of `input`; until then this covers house numbers and the like.
public final class WordKeypad extends VBox {
  private static final String WORDS = "省 市 县 区 镇 乡 街道 村 社 组 路 街 巷 号 小区 栋 单元 楼 室";

  private final ReadOnlyStringWrapper text;
  private final int most;

  /// @param most how many characters fit
  public WordKeypad(Texts texts, String initial, int most) {
    this.most = most;
    text = new ReadOnlyStringWrapper(initial);
    getStyleClass().setAll("word-keypad");
    var keys = new FlowPane();
    keys.getStyleClass().setAll("word-keys");
    Stream<String> digits = IntStream.rangeClosed(0, 9).mapToObj(Integer::toString);
    Stream.concat(List.of(WORDS.split(" ", -1)).stream(), digits)
        .forEach(word -> keys.getChildren().add(key("word." + word, word, () -> append(word))));
    var delete = key("word.delete", texts.text("keypad.delete"), this::delete);
    delete.getStyleClass().add("key-word");
    keys.getChildren().add(delete);
    var shown = Parts.words(initial, "input-text");
    shown.setId("word.text");
    shown.textProperty().bind(text);
    var box = Parts.row("input", Parts.growing(shown));
    getChildren().setAll(box, keys);
  }

  /// What the text is now.
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  private void append(String word) {
    if (text.get().length() + word.length() <= most) {
      text.set(text.get() + word);
    }
  }

  private void delete() {
    String now = text.get();
    if (!now.isEmpty()) {
      text.set(now.substring(0, now.offsetByCodePoints(now.length(), -1)));
    }
  }

  private static Button key(String id, String label, Runnable action) {
    var key = new Button(label);
    key.setId(id);
    key.getStyleClass().setAll("key", "key-small");
    key.setAccessibleText(label);
    key.setFocusTraversable(false);
    key.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    key.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> action.run());
    return key;
  }
}
