package org.jiujin.kiosk.screen.filing;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.Actions;
import org.jiujin.kiosk.screen.Screen;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.Steps;
import org.jiujin.kiosk.screen.kit.Frame;
import org.jiujin.kiosk.screen.kit.Parts;
import org.jiujin.kiosk.screen.kit.Spinner;

/// Draws the states in which the resident waits for the terminal. There is nothing to touch but help: the work has
/// limits of its own.
///
/// @param <S> the state of the work
public final class WorkView<S extends State> implements Screen<S> {
  private final Setting setting;
  private final Work work;
  private final Frame root;

  public WorkView(Setting setting, Work work, S state) {
    this.setting = setting;
    this.work = work;
    var body =
        Parts.column(
            "work",
            new Spinner(),
            Parts.words(setting.text(work.titleKey()), "cue-title", "centred"),
            Parts.words(setting.text(work.leadKey()), "cue-hint", "centred"));
    body.setAlignment(Pos.CENTER);
    root =
        new Frame(
            setting.texts(),
            new Frame.Heading(Steps.of(setting, state), setting.text("work.title"), ""),
            body,
            List.of(Actions.help(setting, work.screen())));
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void show(S state) {
    // The work shows no progress of its own.
  }

  @Override
  public String spoken() {
    return setting.text(work.titleKey());
  }
}
