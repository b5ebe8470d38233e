package org.jiujin.kiosk.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldCheckTest {
  private static final FormField PHONE =
      field(
          "phone",
          true,
          new FieldKind.Digits(
              11, 11, List.of(new FieldKind.PatternCheck("1[3-9][0-9]{9}", "field.error.phone"))));
  private static final FormField REASON =
      field(
          "reason",
          true,
          new FieldKind.Choice(
              List.of(
                  new FieldKind.Option("lost", "丢了", ""), new FieldKind.Option("post", "寄", ""))));

  @ParameterizedTest
  @CsvSource({
    "13900000000,",
    "' 13900000000 ',",
    "'', field.error.required",
    "'   ', field.error.required",
    "1390000000, field.error.short",
    "139000000000, field.error.long",
    "1390000000a, field.error.digits",
    "１３９０００００００００, field.error.digits",
    "12900000000, field.error.phone"
  })
  void checksAPhoneNumber(String answer, @org.jspecify.annotations.Nullable String key) {
    assertEquals(Optional.ofNullable(key), FieldCheck.error(PHONE, answer));
  }

  @Test
  void wantsAChoiceFromTheList() {
    assertEquals(Optional.empty(), FieldCheck.error(REASON, "lost"));
    assertEquals(Optional.of(FieldCheck.CHOOSE), FieldCheck.error(REASON, "stolen"));
    assertEquals(Optional.of(FieldCheck.CHOOSE), FieldCheck.error(REASON, ""));
  }

  @ParameterizedTest
  @CsvSource({"2026-02-28,", "2026-02-29, field.error.date", "tomorrow, field.error.date"})
  void wantsADayOfTheCalendar(String answer, @org.jspecify.annotations.Nullable String key) {
    var day = field("day", false, new FieldKind.Date());

    assertEquals(Optional.ofNullable(key), FieldCheck.error(day, answer));
  }

  @Test
  void countsARareCharacterOnce() {
    var name = field("name", true, new FieldKind.Text(1, 2, List.of()));

    assertEquals(Optional.empty(), FieldCheck.error(name, "测𠮷"));
    assertEquals(Optional.of(FieldCheck.TOO_LONG), FieldCheck.error(name, "测𠮷𠮷"));
  }

  @Test
  void acceptsAnEmptyFieldThatIsNotRequired() {
    assertEquals(
        Optional.empty(),
        FieldCheck.error(field("note", false, new FieldKind.Address(6, 100)), ""));
  }

  @Test
  void knowsYesAndNoOnly() {
    var tick = field("agree", true, new FieldKind.YesNo());

    assertEquals(Optional.empty(), FieldCheck.error(tick, FieldKind.NO));
    assertEquals(Optional.of(FieldCheck.CHOOSE), FieldCheck.error(tick, "maybe"));
  }

  @Test
  void leavesOutFieldsThatDoNotApply() {
    var address =
        new FormField(
            "to",
            "地址",
            "",
            true,
            new FieldKind.Address(6, 100),
            new Prefill.Nothing(),
            "",
            List.of(new Condition("reason", java.util.Set.of("post"))));
    var page =
        new FormStep(
            "page",
            "",
            "",
            new Provenance(Provenance.Mark.KNOWN, "made for tests"),
            List.of(REASON, address));

    assertEquals(Map.of(), FieldCheck.errors(page, Map.of("reason", "lost")));
    assertEquals(
        Map.of("to", FieldCheck.REQUIRED), FieldCheck.errors(page, Map.of("reason", "post")));
    assertEquals(Map.of("reason", FieldCheck.CHOOSE), FieldCheck.errors(page, Map.of()));
  }

  private static FormField field(String id, boolean required, FieldKind kind) {
    return new FormField(id, id, "", required, kind, new Prefill.Nothing(), "", List.of());
  }
}
