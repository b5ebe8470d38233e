package org.jiujin.sandbox;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A problem document (RFC 9457). Never holds a value from the request.
record Problem(String type, String title, int status, String code, List<Violation> errors) {
  static Problem of(ProblemCode code) {
    return of(code, List.of());
  }

  static Problem of(ProblemCode code, List<Violation> errors) {
    return new Problem(
        "urn:jiujin:problem:" + code.wire(),
        code.title(),
        code.status().value(),
        code.wire(),
        List.copyOf(errors));
  }

  ResponseEntity<Object> response() {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(this);
  }

  /// One broken rule.
  ///
  /// @param pointer JSON Pointer into the body
  /// @param rule the keyword of the description that is broken
  record Violation(String pointer, String rule) {}
}
