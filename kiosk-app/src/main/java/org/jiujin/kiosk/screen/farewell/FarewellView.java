package org.jiujin.kiosk.screen.farewell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.Actions;
import org.jiujin.kiosk.screen.CountsDown;
import org.jiujin.kiosk.screen.Screen;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.kit.CountdownRing;
import org.jiujin.kiosk.screen.kit.Cue;
import org.jiujin.kiosk.screen.kit.Frame;
import org.jiujin.kiosk.screen.kit.Icon;
import org.jiujin.kiosk.screen.kit.Parts;
import org.jiujin.kiosk.screen.kit.Parts.Tone;

/// Draws [State.Farewell]: card and paper, and that nothing stays behind.
public final class FarewellView implements Screen<State.Farewell>, CountsDown {
  private final Setting setting;
  private final CountdownRing ring = new CountdownRing();
  private final Frame root;

  public FarewellView(Setting setting, FarewellModel model) {
    this.setting = setting;
    var picture = Cue.TAKE_AWAY.drawing();
    picture.getStyleClass().add("cue-picture");
    var body =
        Parts.column(
            "cue-body-column",
            picture,
            Parts.words(setting.text("farewell.take"), "cue-title", "centred"),
            Parts.words(setting.text("farewell.thanks"), "cue-hint", "centred"),
            Parts.spring(),
            ring,
            Parts.words(setting.text("farewell.soon"), "soft", "centred"),
            Parts.spring(),
            Parts.banner(Tone.GOOD, Parts.words(setting.text("farewell.wiped"))));
    body.setAlignment(Pos.TOP_CENTER);
    root =
        new Frame(
            setting.texts(),
            new Frame.Heading(Optional.empty(), setting.text("farewell.title"), ""),
            body,
            List.of(
                Actions.help(setting, "farewell"),
                Actions.next(setting, "farewell", "farewell.next", model::goOn)
                    .withIcon(Icon.Shape.CHECK)));
  }

  @Override
  public void countdown(Duration left, Duration whole) {
    ring.show(left.toSeconds(), whole.toSeconds());
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void show(State.Farewell state) {
    // There is only one such state.
  }

  @Override
  public String spoken() {
    return setting.text("voice.farewell");
  }
}
