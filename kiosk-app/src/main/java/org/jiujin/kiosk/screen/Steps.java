package org.jiujin.kiosk.screen;

import java.util.List;
import java.util.Optional;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.journey.Step;
import org.jiujin.kiosk.screen.kit.StepHeader;

/// The step header of a state.
public final class Steps {
  private Steps() {}

  /// Where the state stands among the steps of its matter, if it is in one.
  public static Optional<StepHeader.Step> of(Setting setting, State state) {
    Step step = state.step();
    return step == null
        ? Optional.empty()
        : Optional.of(
            new StepHeader.Step(
                List.of(Step.values()).indexOf(step) + 1,
                Step.values().length,
                setting.text(nameKey(step))));
  }

  private static String nameKey(Step step) {
    return switch (step) {
      case TOLD -> "step.told";
      case IDENTITY -> "step.identity";
      case CONSENT -> "step.consent";
      case FORM -> "step.form";
      case MATERIALS -> "step.materials";
      case REVIEW -> "step.review";
      case SIGNATURE -> "step.signature";
      case SUBMIT -> "step.submit";
    };
  }
}
