package org.jiujin.kiosk.screen.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiujin.kiosk.catalogue.FieldKind;
import org.jiujin.kiosk.catalogue.FormField;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.FieldErrors;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.Samples;
import org.jiujin.kiosk.screen.kit.Skin;
import org.jiujin.kiosk.screen.kit.Texts;
import org.junit.jupiter.api.Test;

class FormModelTest {
  private static final Texts TEXTS = Texts.chinese(Skin.STANDARD);
  private final List<Event> events = new ArrayList<>();

  @Test
  void theStructureGrowsWithAFieldThatBeginsToApply() {
    var model = new FormModel(page(3, Map.of()), events::add);
    var before = model.structure();
    model.show(page(3, Map.of("delivery", "post")));
    assertNotEquals(before, model.structure());
    assertEquals(List.of("delivery", "delivery", "postAddress"), model.structure());
  }

  @Test
  void anAnswerIsSentUnderItsField() {
    var model = new FormModel(page(1, Map.of()), events::add);
    model.answer(model.fields().getFirst(), "lost");
    assertEquals(List.of(new Event.Answered("reason", "lost")), events);
  }

  @Test
  void answersAreReadInWords() {
    assertEquals("139 0000 0000", inWords(0, "13900000000"));
    assertEquals("139 0", inWords(0, "1390"));
    assertEquals("卡坏了", inWords(1, "damaged"));
    assertEquals("没有填写", inWords(1, ""));
  }

  @Test
  void eightDigitsMakeADay() {
    assertEquals("2026-11-23", FormView.isoDay("20261123"));
    assertEquals("202611", FormView.isoDay("202611"));
  }

  private static String inWords(int page, String answer) {
    FormField field = Samples.matter().form().steps().get(page).fields().getFirst();
    assertEquals(page == 0, field.kind() instanceof FieldKind.Digits);
    return Answers.inWords(TEXTS, field, answer);
  }

  private static State.FillingForm page(int page, Map<String, String> answers) {
    return new State.FillingForm(Samples.draft(answers), page, FieldErrors.NONE);
  }
}
