package org.jiujin.kiosk.screen.signature;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.Actions;
import org.jiujin.kiosk.screen.Screen;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.Steps;
import org.jiujin.kiosk.screen.kit.Frame;
import org.jiujin.kiosk.screen.kit.Icon;
import org.jiujin.kiosk.screen.kit.KioskButton;
import org.jiujin.kiosk.screen.kit.Parts;
import org.jiujin.kiosk.screen.kit.Parts.Tone;
import org.jiujin.kiosk.screen.kit.SignaturePad;

/// Draws [State.Signing]. Submitting is possible once there is enough ink.
public final class SignatureView implements Screen<State.Signing> {
  private final Setting setting;
  private final Frame root;

  public SignatureView(Setting setting, SignatureModel model) {
    this.setting = setting;
    var pad = new SignaturePad(setting.text("signature.pad"), setting.pixelsPerMillimetre());
    var submit =
        Actions.next(setting, "signature", "signature.next", () -> model.signed(pad.png()));
    submit.disableProperty().bind(pad.signedProperty().not());
    root =
        new Frame(
            setting.texts(),
            new Frame.Heading(
                Steps.of(setting, model.state()),
                setting.text("signature.title"),
                setting.text("signature.lead")),
            body(pad),
            List.of(
                Actions.back(setting, "signature", model::goBack),
                Actions.help(setting, "signature"),
                submit));
  }

  private Node body(SignaturePad pad) {
    var ghost = Parts.words(setting.text("signature.here"), "signature-ghost");
    ghost.setMouseTransparent(true);
    ghost.visibleProperty().bind(pad.emptyProperty());
    var sheet = new StackPane(pad, ghost);
    sheet.getStyleClass().setAll("signature-sheet");
    var clear =
        KioskButton.of(
                KioskButton.Kind.SECONDARY,
                "signature.clear",
                setting.text("signature.clear"),
                pad::clear)
            .withIcon(Icon.Shape.ERASE);
    clear.disableProperty().bind(pad.emptyProperty());
    var clearRow = Parts.row("signature-tools", Parts.spring(), clear);
    clearRow.setAlignment(Pos.CENTER_RIGHT);
    return Parts.column(
        "stack",
        Parts.banner(
            Tone.INFO,
            Parts.words(setting.text("signature.promise"), "strong"),
            Parts.words(setting.text("signature.promise.more"), "soft")),
        Parts.spring(),
        sheet,
        clearRow,
        Parts.spring());
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void show(State.Signing state) {
    // Nothing in this state changes while the screen stands.
  }

  @Override
  public String spoken() {
    return setting.text("voice.signature");
  }
}
