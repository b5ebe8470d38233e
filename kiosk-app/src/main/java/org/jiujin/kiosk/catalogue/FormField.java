package org.jiujin.kiosk.catalogue;

import java.util.List;
import java.util.Map;

/// One field of a form.
///
/// @param id unique in the form
/// @param label short, as it stands in the summary
/// @param hint a sentence below the field; may be empty
/// @param required whether it must be filled in when it applies
/// @param kind what is filled in, and how it is checked
/// @param prefill where the first value comes from
/// @param national the field's name in the national tables (`contact_mobile`); empty where they have none
/// @param when all must hold for the field to apply; empty for always
public record FormField(
    String id,
    String label,
    String hint,
    boolean required,
    FieldKind kind,
    Prefill prefill,
    String national,
    List<Condition> when) {
  public FormField {
    when = List.copyOf(when);
  }

  /// Whether the field is asked for, given the answers so far.
  ///
  /// @param answers answers by field id
  public boolean appliesTo(Map<String, String> answers) {
    return when.stream().allMatch(condition -> condition.holds(answers));
  }
}
