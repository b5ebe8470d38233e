package org.jiujin.kiosk.journey;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jiujin.kiosk.catalogue.FieldCheck;
import org.jiujin.kiosk.catalogue.FormField;
import org.jiujin.kiosk.catalogue.Matter;
import org.jiujin.kiosk.catalogue.Prefill;
import org.jiujin.kiosk.identity.Person;

/// The pages of a form as the answers so far make them: a page on which no field applies is passed over.
final class FormPages {
  private FormPages() {}

  /// The answers that the identity card gives, by field id.
  static Map<String, String> fromCard(Matter matter, Person person) {
    var answers = new HashMap<String, String>();
    matter
        .form()
        .fields()
        .forEach(field -> {
          if (field.prefill() instanceof Prefill.FromCard(var item)) {
            answers.put(field.id(), says(person, item));
          }
        });
    return answers;
  }

  private static String says(Person person, Prefill.CardField item) {
    return switch (item) {
      case NAME -> person.name();
      case NUMBER -> person.number().value();
      case SEX -> person.sex();
      case NATION -> person.nation();
      case BIRTH -> person.birth().format(DateTimeFormatter.ISO_LOCAL_DATE);
      case ADDRESS -> person.address();
    };
  }

  /// What stands in the way of leaving a page forwards.
  static FieldErrors errors(Draft draft, int page) {
    return new FieldErrors(
        FieldCheck.errors(draft.matter().form().steps().get(page), draft.answers()));
  }

  static OptionalInt first(Draft draft) {
    return IntStream.range(0, count(draft)).filter(page -> applies(draft, page)).findFirst();
  }

  static OptionalInt last(Draft draft) {
    return before(draft, count(draft));
  }

  static OptionalInt after(Draft draft, int page) {
    return IntStream.range(page + 1, count(draft))
        .filter(later -> applies(draft, later))
        .findFirst();
  }

  static OptionalInt before(Draft draft, int page) {
    return IntStream.range(0, page)
        .map(distance -> page - 1 - distance)
        .filter(earlier -> applies(draft, earlier))
        .findFirst();
  }

  static boolean applies(Draft draft, int page) {
    return page >= 0 && page < count(draft) && !fields(draft, page).isEmpty();
  }

  private static List<FormField> fields(Draft draft, int page) {
    return draft.matter().form().steps().get(page).fieldsFor(draft.answers());
  }

  private static int count(Draft draft) {
    return draft.matter().form().steps().size();
  }
}
