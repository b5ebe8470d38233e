package org.jiujin.kiosk.screen.form;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.kit.Icon;
import org.jiujin.kiosk.screen.kit.KioskButton;
import org.jiujin.kiosk.screen.kit.Parts;
import org.jiujin.kiosk.screen.kit.Sheet;
import org.jiujin.kiosk.screen.kit.WordKeypad;

/// A text being mended, over the page.
final class TextEditor extends StackPane {
  /// What is mended.
  ///
  /// @param most how many characters fit
  /// @param done takes the mended text
  /// @param close takes the editor away
  record Job(String label, String initial, int most, Consumer<String> done, Runnable close) {
    @Override
    public String toString() {
      return "Job[" + label + "]";
    }
  }

  TextEditor(Setting setting, Job job) {
    var keypad = new WordKeypad(setting.texts(), job.initial(), job.most());
    var keep =
        KioskButton.of(
                KioskButton.Kind.PRIMARY,
                "editor.keep",
                setting.text("editor.keep"),
                () -> {
                  job.close().run();
                  job.done().accept(keypad.textProperty().get());
                })
            .withIcon(Icon.Shape.CHECK);
    var cancel =
        KioskButton.of(
            KioskButton.Kind.SECONDARY,
            "editor.cancel",
            setting.text("editor.cancel"),
            job.close());
    getChildren()
        .setAll(
            new Sheet(
                new Sheet.Content(
                    "editor",
                    Parts.badge(Icon.Shape.PEN, "badge-info", "badge-large"),
                    setting.text("editor.title", job.label()),
                    List.of(Parts.words(setting.text("editor.hint"), "centred", "soft"), keypad)),
                List.of(keep, cancel)));
  }
}
