package org.jiujin.kiosk.screen.materials;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.material.HeldMaterial;
import org.jiujin.kiosk.material.MaterialState;
import org.jiujin.kiosk.screen.Actions;
import org.jiujin.kiosk.screen.Screen;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.Steps;
import org.jiujin.kiosk.screen.kit.Frame;
import org.jiujin.kiosk.screen.kit.Icon;
import org.jiujin.kiosk.screen.kit.PagedBox;
import org.jiujin.kiosk.screen.kit.Parts;
import org.jiujin.kiosk.screen.kit.Parts.Tone;

/// Draws [State.ShowingMaterials]: each material with its source and how far it is trusted, in words.
public final class MaterialsView implements Screen<State.ShowingMaterials> {
  private final Setting setting;
  private final MaterialsModel model;
  private final Frame root;

  public MaterialsView(Setting setting, MaterialsModel model) {
    this.setting = setting;
    this.model = model;
    var cards = new ArrayList<Node>();
    if (model.complete()) {
      cards.add(Parts.banner(Tone.GOOD, Parts.words(setting.text("materials.complete"), "strong")));
    }
    model.materials().forEach(material -> cards.add(card(material)));
    var next = Actions.next(setting, "materials", "materials.next", model::goOn);
    next.setDisable(!model.complete());
    root =
        new Frame(
            setting.texts(),
            new Frame.Heading(
                Steps.of(setting, model.state()),
                setting.text(model.titleKey()),
                setting.text(model.leadKey())),
            new PagedBox(setting.texts(), cards),
            List.of(
                Actions.back(setting, "materials", model::goBack),
                Actions.help(setting, "materials"),
                next));
  }

  private Node card(HeldMaterial material) {
    var words = Parts.column("told-lines", Parts.words(material.name(), "told-heading"));
    model
        .sourceKey(material)
        .ifPresent(key -> words.getChildren().add(Parts.words(setting.text(key), "told-line")));
    if (!model.note(material).isEmpty()) {
      words.getChildren().add(Parts.words(model.note(material), "told-line", "soft"));
    }
    words.getChildren().add(state(material));
    var card =
        Parts.row("told", Parts.badge(Icon.Shape.DOCUMENT, "badge-told"), Parts.growing(words));
    card.getStyleClass().add("card");
    card.setId("materials." + material.id());
    return card;
  }

  private Node state(HeldMaterial material) {
    var chip =
        switch (material.state()) {
          case MaterialState.Held _ -> chip(Icon.Shape.CHECK, "chip-good", material);
          case MaterialState.FetchedLater _ -> chip(Icon.Shape.CLOCK, "chip-warn", material);
          case MaterialState.Missing _ -> chip(Icon.Shape.CROSS, "chip-bad", material);
        };
    return new StackPane(chip);
  }

  private Node chip(Icon.Shape icon, String tone, HeldMaterial material) {
    var chip =
        Parts.row(
            "chip",
            new Icon(icon, "icon-small"),
            Parts.growing(Parts.words(setting.text(model.stateKey(material)))));
    chip.getStyleClass().add(tone);
    return chip;
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void show(State.ShowingMaterials state) {
    // What was fetched stays as it is while this screen stands.
  }

  @Override
  public String spoken() {
    return setting.text("voice.materials");
  }
}
