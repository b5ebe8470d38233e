package org.jiujin.kiosk.screen.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jiujin.kiosk.catalogue.FormField;
import org.jiujin.kiosk.catalogue.FormStep;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.Precheck;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.ScreenModel;

/// The whole application.
public final class SummaryModel extends ScreenModel<State.Reviewing> {
  public SummaryModel(State.Reviewing state, Consumer<Event> journey) {
    super(state, journey);
  }

  /// One field of the form with its answer.
  ///
  /// @param page of the form, from 0
  record Line(int page, FormField field, String answer) {
    @Override
    public String toString() {
      return "Line[" + page + ", " + field.id() + "]";
    }
  }

  /// The answers in the order of the form.
  List<Line> lines() {
    var lines = new ArrayList<Line>();
    Map<String, String> answers = state().draft().answers();
    List<FormStep> pages = state().draft().matter().form().steps();
    for (int page = 0; page < pages.size(); page++) {
      for (FormField field : pages.get(page).fieldsFor(answers)) {
        lines.add(new Line(page, field, state().draft().answer(field.id())));
      }
    }
    return lines;
  }

  /// Whether the resident may sign.
  boolean maySign() {
    return switch (state().precheck()) {
      case Precheck.Passed _, Precheck.Later _ -> true;
      case Precheck.Running _, Precheck.Found _ -> false;
    };
  }

  void edit(int page) {
    send(new Event.EditAsked(page));
  }
}
