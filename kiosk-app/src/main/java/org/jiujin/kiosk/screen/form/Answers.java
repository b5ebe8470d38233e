package org.jiujin.kiosk.screen.form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jiujin.kiosk.catalogue.FieldKind;
import org.jiujin.kiosk.catalogue.FormField;
import org.jiujin.kiosk.screen.kit.Texts;

/// Answers in the words of residents.
public final class Answers {
  private static final int PHONE_DIGITS = 11;

  private Answers() {}

  /// An answer as it is read: the label of an option, a telephone number in groups, a day in Chinese.
  public static String inWords(Texts texts, FormField field, String answer) {
    if (answer.isEmpty()) {
      return texts.text("form.nothing");
    }
    return switch (field.kind()) {
      case FieldKind.Choice choice ->
          choice.option(answer).map(FieldKind.Option::label).orElse(answer);
      case FieldKind.Digits(_, int max, _) -> max == PHONE_DIGITS ? phone(answer) : answer;
      case FieldKind.YesNo _ -> texts.text(answer.equals(FieldKind.YES) ? "form.yes" : "form.no");
      case FieldKind.Date _ -> day(texts, answer);
      case FieldKind.Text _, FieldKind.Address _ -> answer;
    };
  }

  /// A telephone number in the groups of 3, 4 and 4 in which people say it.
  static String phone(String digits) {
    var grouped = new StringBuilder(digits);
    if (grouped.length() > 7) {
      grouped.insert(7, ' ');
    }
    if (grouped.length() > 3) {
      grouped.insert(3, ' ');
    }
    return grouped.toString();
  }

  private static String day(Texts texts, String iso) {
    try {
      LocalDate day = LocalDate.parse(iso);
      return texts.text("form.day", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    } catch (DateTimeParseException _) {
      return iso; // still being typed
    }
  }
}
