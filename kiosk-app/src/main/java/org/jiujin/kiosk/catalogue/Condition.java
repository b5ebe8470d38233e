package org.jiujin.kiosk.catalogue;

import java.util.Map;
import java.util.Set;

/// Holds when a choice field was answered with one of some options.
///
/// @param fieldId a choice field further up in the same form
/// @param anyOf ids of its options
public record Condition(String fieldId, Set<String> anyOf) {
  public Condition {
    anyOf = Set.copyOf(anyOf);
  }

  boolean holds(Map<String, String> answers) {
    return anyOf.contains(answers.getOrDefault(fieldId, ""));
  }
}
