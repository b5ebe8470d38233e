package org.jiujin.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What the sandbox answers; the shapes of `openapi.yaml`.
final class Answers {
  private Answers() {}

  record Health(String status) {}

  record Prefill(
      String consentId, List<Value> values, List<Choice> choices, List<String> unknown) {}

  record Value(String field, String value, String source) {}

  record Choice(String field, List<Option> options, String source) {}

  record Option(String id, String name) {}

  record Certificates(List<Certificate> certificates, List<String> missing) {}

  record Certificate(String name, String reference, String level, String issuer, String source) {}

  record Precheck(boolean passed, List<Finding> findings) {}

  record Finding(String severity, String code, String about, String message) {
    boolean isError() {
      return severity.equals("error");
    }
  }

  record Accepted(
      String caseNumber, String localNumber, Instant acceptedAt, LocalDate promisedBy) {}

  record Progress(
      String caseNumber,
      String localNumber,
      Requests.Matter matter,
      String state,
      String stateText,
      Instant acceptedAt,
      LocalDate promisedBy,
      List<Step> steps) {}

  record Step(String name, Instant at) {}

  record Rated(String caseNumber, Instant recordedAt) {}

  record Received(int applications, int ratings, List<Entry> entries) {}

  record Entry(String idempotencyKey, String caseNumber, String localNumber, Instant receivedAt) {}
}
