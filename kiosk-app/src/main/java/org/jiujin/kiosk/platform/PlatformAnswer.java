package org.jiujin.kiosk.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jiujin.kiosk.material.TrustLevel;

/// What the platform answers; the answer schemas of the sandbox's `openapi.yaml`.
public sealed interface PlatformAnswer {
  /// What is known about a person. Personal.
  ///
  /// @param consentId under which the query stands in the platform's trace of use
  /// @param unknown fields that the resident must be asked for
  record Prefill(String consentId, List<Known> values, List<Choice> choices, List<String> unknown)
      implements PlatformAnswer {
    public Prefill {
      values = List.copyOf(values);
      choices = List.copyOf(choices);
      unknown = List.copyOf(unknown);
    }

    @Override
    public String toString() {
      return "Prefill[" + consentId + "]";
    }
  }

  /// One known value. Personal.
  ///
  /// @param source the register that it comes from, in Chinese
  record Known(String field, String value, String source) {
    @Override
    public String toString() {
      return "Known[" + field + "]";
    }
  }

  /// What a field may be chosen from.
  record Choice(String field, List<Option> options, String source) {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /// One option of a choice.
  record Option(String id, String name) {}

  /// The certificates found, and the names for which there is none.
  record Certificates(List<Certificate> certificates, List<String> missing)
      implements PlatformAnswer {
    public Certificates {
      certificates = List.copyOf(certificates);
      missing = List.copyOf(missing);
    }
  }

  /// One electronic certificate.
  ///
  /// @param reference the platform's reference; not personal by itself
  /// @param source the register, in Chinese
  record Certificate(
      String name, String reference, TrustLevel level, String issuer, String source) {}

  /// The pre-check's result.
  ///
  /// @param passed nothing stands in the way; there may be notices
  record Precheck(boolean passed, List<Finding> findings) implements PlatformAnswer {
    public Precheck {
      findings = List.copyOf(findings);
    }
  }

  /// One finding.
  ///
  /// @param severity `error` or `notice`
  /// @param about the id of the field or material
  /// @param message Chinese text for the resident
  record Finding(String severity, String code, String about, String message) {
    /// Whether it stands in the way of filing.
    public boolean isError() {
      return severity.equals("error");
    }
  }

  /// An application was accepted.
  ///
  /// @param caseNumber 办件编号, 25 digits
  /// @param promisedBy 承诺办结日期
  record Accepted(String caseNumber, String localNumber, Instant acceptedAt, LocalDate promisedBy)
      implements PlatformAnswer {}

  /// A rating was recorded.
  record Rated(String caseNumber, Instant recordedAt) implements PlatformAnswer {}

  /// How far a case is.
  ///
  /// @param state ACCEPTED, IN_PROGRESS, DECIDED, DELIVERED or RATED
  /// @param stateText Chinese text for the resident
  record Progress(
      String caseNumber,
      String localNumber,
      PlatformRequest.Matter matter,
      String state,
      String stateText,
      Instant acceptedAt,
      LocalDate promisedBy,
      List<Step> steps)
      implements PlatformAnswer {
    public Progress {
      steps = List.copyOf(steps);
    }
  }

  /// One step of a case, in Chinese.
  record Step(String name, Instant at) {}
}
