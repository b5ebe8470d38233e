package org.jiujin.kiosk.catalogue;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiujin.kiosk.catalogue.FieldKind.PatternCheck;

/// Checks answers against the fields of a form. Pure functions; answers are personal and never appear in a result.
///
/// What is wrong is a message key: one of the constants here, or the key that the field's pattern names.
public final class FieldCheck {
  /// A required field is empty.
  public static final String REQUIRED = "field.error.required";

  /// A required choice was not made.
  public static final String CHOOSE = "field.error.choose";

  /// Something other than digits.
  public static final String DIGITS = "field.error.digits";

  /// Fewer characters than there must be.
  public static final String TOO_SHORT = "field.error.short";

  /// More characters than there may be.
  public static final String TOO_LONG = "field.error.long";

  /// Not a day of the calendar.
  public static final String DATE = "field.error.date";

  private FieldCheck() {}

  /// Checks one answer.
  ///
  /// @param answer as typed or chosen; spaces at both ends do not count
  /// @return the message key of what is wrong, or empty when nothing is
  public static Optional<String> error(FormField field, String answer) {
    String value = answer.strip();
    if (value.isEmpty()) {
      return field.required() ? Optional.of(missing(field.kind())) : Optional.empty();
    }
    return switch (field.kind()) {
      case FieldKind.Text(int min, int max, var patterns) ->
          length(value, min, max).or(() -> pattern(value, patterns));
      case FieldKind.Digits(int min, int max, var patterns) ->
          digits(value).or(() -> length(value, min, max)).or(() -> pattern(value, patterns));
      case FieldKind.Choice choice -> when(choice.option(value).isEmpty(), CHOOSE);
      case FieldKind.Date _ -> when(!isDay(value), DATE);
      case FieldKind.Address(int min, int max) -> length(value, min, max);
      case FieldKind.YesNo _ ->
          when(!value.equals(FieldKind.YES) && !value.equals(FieldKind.NO), CHOOSE);
    };
  }

  /// Checks one page of a form; fields that do not apply are left out.
  ///
  /// @param answers answers by field id, of this page and the earlier ones
  /// @return message keys by field id in the order of the page; empty when the page is right
  public static Map<String, String> errors(FormStep step, Map<String, String> answers) {
    var errors = new LinkedHashMap<String, String>();
    for (FormField field : step.fieldsFor(answers)) {
      error(field, answers.getOrDefault(field.id(), ""))
          .ifPresent(key -> errors.put(field.id(), key));
    }
    return errors;
  }

  private static String missing(FieldKind kind) {
    return switch (kind) {
      case FieldKind.Choice _, FieldKind.YesNo _ -> CHOOSE;
      case FieldKind.Text _, FieldKind.Digits _, FieldKind.Date _, FieldKind.Address _ -> REQUIRED;
    };
  }

  private static Optional<String> length(String value, int min, int max) {
    int characters = value.codePointCount(0, value.length());
    return when(characters < min, TOO_SHORT).or(() -> when(characters > max, TOO_LONG));
  }

  private static Optional<String> digits(String value) {
    return when(!value.chars().allMatch(c -> c >= '0' && c <= '9'), DIGITS);
  }

  private static Optional<String> pattern(String value, List<PatternCheck> patterns) {
    return patterns.stream()
        .filter(check -> !value.matches(check.regex()))
        .map(PatternCheck::errorKey)
        .findFirst();
  }

  private static boolean isDay(String value) {
    try {
      LocalDate.parse(value);
      return true;
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  private static Optional<String> when(boolean wrong, String key) {
    return wrong ? Optional.of(key) : Optional.empty();
  }
}
