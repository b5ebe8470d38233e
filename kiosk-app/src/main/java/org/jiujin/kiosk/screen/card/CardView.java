package org.jiujin.kiosk.screen.card;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
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

/// Draws [State.AwaitingCard]: where to lay the card, and what went wrong last time.
public final class CardView implements Screen<State.AwaitingCard> {
  private final Setting setting;
  private final CardModel model;
  private final StackPane picture = new StackPane();
  private final Label title = Parts.words("", "cue-title", "centred");
  private final Label hint = Parts.words("", "cue-hint", "centred");
  private final StackPane progress = new StackPane();
  private final KioskButton retry;
  private final Frame root;

  public CardView(Setting setting, CardModel model) {
    this.setting = setting;
    this.model = model;
    picture.getStyleClass().setAll("cue-picture");
    title.setId("card.title");
    hint.setId("card.hint");
    retry = Actions.next(setting, "card", "card.retry", model::goOn).withIcon(Icon.Shape.RETRY);
    progress.getChildren().setAll(waiting(), retryHint());
    var body =
        Parts.column(
            "cue-body-column",
            picture,
            title,
            hint,
            progress,
            Parts.spring(),
            Parts.banner(Tone.INFO, Parts.words(setting.text("card.privacy"))));
    body.setAlignment(Pos.TOP_CENTER);
    root =
        new Frame(
            setting.texts(),
            new Frame.Heading(
                Steps.of(setting, model.state()),
                setting.text("card.heading"),
                setting.text("card.lead")),
            body,
            List.of(
                Actions.back(setting, "card", model::goBack),
                Actions.help(setting, "card"),
                retry));
    model.stateProperty().subscribe(_ -> draw());
  }

  private void draw() {
    picture.getChildren().setAll(model.cue().drawing());
    title.setText(setting.text(model.titleKey()));
    hint.setText(setting.text(model.hintKey()));
    progress.getChildren().getFirst().setVisible(model.reading());
    progress.getChildren().getLast().setVisible(!model.reading());
    retry.setVisible(!model.reading());
  }

  private Node waiting() {
    var row =
        Parts.row(
            "waiting",
            new Icon(Icon.Shape.CARD),
            Parts.words(setting.text("card.waiting"), "strong"));
    row.setId("card.waiting");
    row.setAlignment(Pos.CENTER);
    return row;
  }

  private Node retryHint() {
    var row = Parts.row("waiting", Parts.words(setting.text("card.rests"), "strong"));
    row.setAlignment(Pos.CENTER);
    return row;
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void show(State.AwaitingCard state) {
    model.show(state);
  }

  @Override
  public String spoken() {
    return setting.text("voice.card");
  }
}
