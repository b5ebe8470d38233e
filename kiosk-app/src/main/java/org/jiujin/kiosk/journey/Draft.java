package org.jiujin.kiosk.journey;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiujin.kiosk.catalogue.FormField;
import org.jiujin.kiosk.catalogue.Matter;
import org.jiujin.kiosk.catalogue.Situation;
import org.jiujin.kiosk.identity.Person;
import org.jiujin.kiosk.material.HeldMaterial;

/// The application as far as it has come. Personal: `toString` names the matter only.
///
/// @param situation the situation (情形) that is handled
/// @param consentedAt when the resident consented to the use of shared data
/// @param answers what the form holds, by field id
/// @param materials empty until they were fetched
public record Draft(
    Matter matter,
    Situation situation,
    Person person,
    Instant consentedAt,
    Map<String, String> answers,
    List<HeldMaterial> materials) {

  public Draft {
    answers = Map.copyOf(answers);
    materials = List.copyOf(materials);
  }

  /// What was answered in a field so far, or the empty text.
  public String answer(String fieldId) {
    return answers.getOrDefault(fieldId, "");
  }

  /// The answers that belong to the application: those of fields that apply and are not empty.
  public Map<String, String> applicableAnswers() {
    return matter
        .form()
        .fields()
        .filter(field -> field.appliesTo(answers) && !answer(field.id()).isBlank())
        .collect(Collectors.toMap(FormField::id, field -> answer(field.id())));
  }

  /// Whether every material is there or may come later.
  public boolean mayBeFiled() {
    return materials.stream().allMatch(HeldMaterial::maySubmit);
  }

  Draft withAnswer(String fieldId, String value) {
    var changed = new HashMap<>(answers);
    changed.put(fieldId, value);
    return new Draft(matter, situation, person, consentedAt, changed, materials);
  }

  /// Fills the fields that are still empty.
  Draft withKnown(Map<String, String> known) {
    var filled = new HashMap<>(known);
    answers.forEach((field, answer) -> {
      if (!answer.isEmpty()) {
        filled.put(field, answer);
      }
    });
    return new Draft(matter, situation, person, consentedAt, filled, materials);
  }

  Draft withMaterials(List<HeldMaterial> fetched) {
    return new Draft(matter, situation, person, consentedAt, answers, fetched);
  }

  @Override
  public String toString() {
    return "Draft[" + matter.id() + "]";
  }
}
