package org.jiujin.kiosk.journey;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the resident has to mend on a page of the form.
///
/// @param byField message key by field id
public record FieldErrors(Map<String, String> byField) {
  /// Nothing to mend.
  public static final FieldErrors NONE = new FieldErrors(Map.of());

  public FieldErrors {
    byField = Map.copyOf(byField);
  }

  /// The message key for a field, or null when the field is right.
  public @Nullable String of(String fieldId) {
    return byField.get(fieldId);
  }

  FieldErrors without(String fieldId) {
    if (!byField.containsKey(fieldId)) {
      return this;
    }
    var rest = new HashMap<>(byField);
    rest.remove(fieldId);
    return new FieldErrors(rest);
  }
}
