package org.jiujin.kiosk.screen.consent;

import java.util.List;
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
import org.jiujin.kiosk.screen.kit.PagedBox;
import org.jiujin.kiosk.screen.kit.Parts;
import org.jiujin.kiosk.screen.kit.Sheet;

/// Draws [State.AskingConsent]: what is fetched, what for, and that one may say no.
public final class ConsentView implements Screen<State.AskingConsent> {
  private final Setting setting;
  private final ConsentModel model;
  private final StackPane root = new StackPane();

  public ConsentView(Setting setting, ConsentModel model) {
    this.setting = setting;
    this.model = model;
    root.getChildren().setAll(frame());
  }

  private Frame frame() {
    var decline =
        KioskButton.of(
            KioskButton.Kind.SECONDARY,
            "consent.decline",
            setting.text("consent.decline"),
            this::askAgain);
    decline.setMaxWidth(Double.MAX_VALUE);
    var box = new PagedBox(setting.texts(), points());
    return new Frame(
        setting.texts(),
        new Frame.Heading(
            Steps.of(setting, model.state()),
            setting.text("consent.title"),
            setting.text("consent.lead")),
        Parts.column("stack", Parts.growing(box), decline),
        List.of(
            Actions.back(setting, "consent", model::goBack),
            Actions.help(setting, "consent"),
            Actions.next(setting, "consent", "consent.next", model::agree)));
  }

  private List<Node> points() {
    String fetched = String.join("、", model.fetched());
    return List.of(
        point(Icon.Shape.DOCUMENT, "consent.what", setting.text("consent.what.more", fetched)),
        point(Icon.Shape.SHIELD, "consent.why", setting.text("consent.why.more")),
        point(Icon.Shape.LOCK, "consent.keep", setting.text("consent.keep.more")),
        point(Icon.Shape.HAND, "consent.free", setting.text("consent.free.more")));
  }

  private Node point(Icon.Shape icon, String headingKey, String words) {
    var point =
        Parts.row(
            "told",
            Parts.badge(icon, "badge-told"),
            Parts.growing(
                Parts.column(
                    "told-lines",
                    Parts.words(setting.text(headingKey), "told-heading"),
                    Parts.words(words, "told-line"))));
    point.getStyleClass().add("card");
    return point;
  }

  /// A «no» ends everything, so it is asked for twice.
  private void askAgain() {
    var sheet =
        new Sheet(
            new Sheet.Content(
                "consent.sheet",
                Parts.badge(Icon.Shape.INFO, "badge-info", "badge-large"),
                setting.text("consent.sheet.title"),
                List.of(Parts.words(setting.text("consent.sheet.words"), "centred"))),
            List.of(
                KioskButton.of(
                    KioskButton.Kind.PRIMARY,
                    "consent.sheet.stay",
                    setting.text("consent.sheet.stay"),
                    () -> root.getChildren().removeLast()),
                KioskButton.of(
                    KioskButton.Kind.SECONDARY,
                    "consent.sheet.decline",
                    setting.text("consent.sheet.decline"),
                    model::decline)));
    root.getChildren().add(sheet);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void show(State.AskingConsent state) {
    model.show(state);
  }

  @Override
  public String spoken() {
    return setting.text("voice.consent");
  }
}
