package org.jiujin.kiosk.screen.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.Actions;
import org.jiujin.kiosk.screen.Screen;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.kit.Frame;
import org.jiujin.kiosk.screen.kit.KioskButton;
import org.jiujin.kiosk.screen.kit.Parts;
import org.jiujin.kiosk.screen.kit.Parts.Tone;
import org.jiujin.kiosk.screen.kit.RatingRows;

/// Draws [State.Rating]: five levels in words, and for a bad one what was wrong.
public final class RatingView implements Screen<State.Rating> {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final Setting setting;
  private final RatingModel model;
  private final VBox why = Parts.column("rating-why");
  private final KioskButton send;
  private final Frame root;

  public RatingView(Setting setting, RatingModel model) {
    this.setting = setting;
    this.model = model;
    var rows = new RatingRows(setting.texts(), model.state().level(), model::choose);
    var body = Parts.column("stack");
    body.getChildren().addAll(rows.rows());
    body.getChildren().addAll(why, Parts.spring());
    send = Actions.next(setting, "rating", "rating.send", model::rate);
    root =
        new Frame(
            setting.texts(),
            new Frame.Heading(
                Optional.empty(), setting.text("rating.title"), setting.text("rating.lead")),
            body,
            List.of(
                KioskButton.of(
                    KioskButton.Kind.SECONDARY,
                    "rating.skip",
                    setting.text("rating.skip"),
                    model::goOn),
                Actions.help(setting, "rating"),
                send));
    model.stateProperty().subscribe(_ -> draw());
  }

  private void draw() {
    send.setDisable(!model.maySend());
    var parts = new ArrayList<Node>();
    if (model.asksWhy()) {
      parts.add(Parts.words(setting.text("rating.why"), "strong"));
      parts.add(reasons());
    }
    if (model.state().reasonMissing()) {
      parts.add(Parts.banner(Tone.WARN, Parts.words(setting.text("rating.reasonMissing"))));
    }
    why.getChildren().setAll(parts);
  }

  private Node reasons() {
    var flow = new FlowPane();
    flow.getStyleClass().setAll("reasons");
    for (String reason : RatingModel.REASONS) {
      var button =
          KioskButton.of(
              KioskButton.Kind.SECONDARY,
              "rating.reason." + reason,
              setting.text("rating.reason." + reason),
              () -> {});
      button.getStyleClass().add("reason");
      button.pseudoClassStateChanged(CHOSEN, model.isChosen(reason));
      button.setOnAction(_ -> {
        model.toggle(reason);
        button.pseudoClassStateChanged(CHOSEN, model.isChosen(reason));
      });
      flow.getChildren().add(button);
    }
    return flow;
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void show(State.Rating state) {
    model.show(state);
  }

  @Override
  public String spoken() {
    return setting.text("voice.rating");
  }
}
