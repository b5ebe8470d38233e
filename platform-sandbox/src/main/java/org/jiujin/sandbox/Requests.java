package org.jiujin.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What terminals send, as far as the sandbox looks at it. Every body was held against the description before.
final class Requests {
  private Requests() {}

  /// Somebody by name and number. Personal, therefore masked.
  record Person(String name, String idNumber) {
    @Override
    public String toString() {
      return "Person[masked]";
    }
  }

  record Matter(String id, String version) {}

  record Material(
      String id, String name, String source, String level, @Nullable String reference) {}

  record Prefill(String terminal, Person person, Matter matter) {}

  record CertificateQuery(String terminal, Person person, Matter matter, List<String> names) {}

  record Precheck(
      String terminal,
      Person person,
      Matter matter,
      String situation,
      Map<String, String> values,
      List<Material> materials) {
    @Override
    public String toString() {
      return "Precheck[masked]";
    }
  }

  /// Of an application the sandbox looks at nothing personal but the number, and keeps not even that.
  record Application(String localNumber, String terminal, Matter matter, Person applicant) {}

  record Rating(
      String localNumber, int level, List<String> reasons, @Nullable String text, Instant ratedAt) {
    boolean lacksReason() {
      return level <= 2 && reasons.isEmpty() && (text == null || text.isBlank());
    }
  }

  record FaultOrder(String kind, @Nullable Integer remaining, @Nullable Long delayMillis) {}
}
