package org.jiujin.kiosk.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/// What a schema cannot say about the form of a matter.
final class FormCheck {
  private final Findings findings;
  private final Form form;

  FormCheck(Findings findings, Form form) {
    this.findings = findings;
    this.form = form;
  }

  void run() {
    findings.unique("/form/steps", form.steps(), FormStep::id, "id");
    var seen = new HashMap<String, FormField>();
    fields("/form/fromCard", form.fromCard(), seen);
    findings.each(
        form.fromCard(),
        (i, field) -> {
          if (!(field.prefill() instanceof Prefill.FromCard)) {
            findings.add(
                "/form/fromCard/" + i,
                "is not taken from the card; add prefill: card.name or the like, or move it to a step");
          }
        });
    findings.each(
        form.steps(),
        (i, step) -> {
          fields("/form/steps/" + i + "/fields", step.fields(), seen);
          findings.wording("/form/steps/" + i, step.provenance(), step.hint());
        });
  }

  /// @param seen the fields further up, by id; a condition may name these only
  private void fields(String pointer, List<FormField> fields, Map<String, FormField> seen) {
    findings.each(
        fields,
        (i, field) -> {
          String place = pointer + "/" + i;
          conditions(place, field, seen);
          kind(place, field.kind());
          if (seen.putIfAbsent(field.id(), field) != null) {
            findings.add(
                place + "/id",
                "is \"" + field.id() + "\", as another field is; give each field its own id");
          }
        });
  }

  private void conditions(String place, FormField field, Map<String, FormField> seen) {
    findings.each(
        field.when(),
        (i, condition) -> {
          String at = place + "/when/" + i;
          FormField named = seen.get(condition.fieldId());
          if (named == null || !(named.kind() instanceof FieldKind.Choice choice)) {
            findings.add(
                at + "/field",
                "is \"" + condition.fieldId() + "\"; write the id of a choice field further up");
            return;
          }
          for (String option : condition.anyOf()) {
            if (choice.option(option).isEmpty()) {
              findings.add(
                  at + "/is",
                  "names \""
                      + option
                      + "\"; write options of "
                      + named.id()
                      + ": "
                      + choice.options().stream()
                          .map(FieldKind.Option::id)
                          .collect(Collectors.joining(", ")));
            }
          }
        });
  }

  private void kind(String place, FieldKind kind) {
    switch (kind) {
      case FieldKind.Text(int min, int max, var patterns) -> {
        limits(place, min, max);
        patterns(place, patterns);
      }
      case FieldKind.Digits(int min, int max, var patterns) -> {
        limits(place, min, max);
        patterns(place, patterns);
      }
      case FieldKind.Address(int min, int max) -> limits(place, min, max);
      case FieldKind.Choice(var options) ->
          findings.unique(place + "/options", options, FieldKind.Option::id, "id");
      case FieldKind.Date _, FieldKind.YesNo _ -> {}
    }
  }

  private void limits(String place, int min, int max) {
    if (min > max) {
      findings.add(
          place + "/limits",
          "says min " + min + " and max " + max + "; write min no larger than max");
    }
  }

  private void patterns(String place, List<FieldKind.PatternCheck> patterns) {
    findings.each(
        patterns,
        (i, check) -> {
          try {
            Pattern.compile(check.regex());
          } catch (PatternSyntaxException e) {
            findings.add(
                place + "/patterns/" + i + "/regex",
                "is not a regular expression: " + e.getDescription() + "; correct it");
          }
        });
  }
}
