package org.jiujin.kiosk.screen.identity;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.Actions;
import org.jiujin.kiosk.screen.Screen;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.Steps;
import org.jiujin.kiosk.screen.kit.FactList;
import org.jiujin.kiosk.screen.kit.Frame;
import org.jiujin.kiosk.screen.kit.PagedBox;
import org.jiujin.kiosk.screen.kit.Parts;
import org.jiujin.kiosk.screen.kit.Parts.Tone;

/// Draws [State.ConfirmingIdentity]: «is this you?», with most characters hidden.
public final class IdentityView implements Screen<State.ConfirmingIdentity> {
  private final Setting setting;
  private final Frame root;

  public IdentityView(Setting setting, IdentityModel model) {
    this.setting = setting;
    root =
        new Frame(
            setting.texts(),
            new Frame.Heading(
                Steps.of(setting, model.state()),
                setting.text("identity.title"),
                setting.text("identity.lead")),
            new PagedBox(setting.texts(), parts(model)),
            List.of(
                Actions.back(setting, "identity", model::goBack),
                Actions.help(setting, "identity"),
                Actions.next(setting, "identity", "identity.next", model::goOn)));
  }

  private List<Node> parts(IdentityModel model) {
    var facts = new ArrayList<FactList.Fact>();
    model
        .lines()
        .forEach(line ->
            facts.add(new FactList.Fact(line.id(), setting.text(line.nameKey()), line.value())));
    String validTo =
        model.validTo().isEmpty() ? setting.text("identity.longTerm") : model.validTo();
    facts.add(new FactList.Fact("identity.validTo", setting.text("identity.validTo"), validTo));
    return List.of(
        Parts.banner(Tone.GOOD, Parts.words(setting.text("identity.read"), "strong")),
        FactList.card(setting.texts(), "", facts),
        Parts.banner(Tone.INFO, Parts.words(setting.text("identity.masked"))),
        Parts.banner(Tone.WARN, Parts.words(setting.text("identity.takeCard"), "strong")));
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void show(State.ConfirmingIdentity state) {
    // The person does not change while this screen stands.
  }

  @Override
  public String spoken() {
    return setting.text("voice.identity");
  }
}
