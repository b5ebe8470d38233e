package org.jiujin.kiosk.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiujin.kiosk.material.TrustLevel;
import org.jspecify.annotations.Nullable;

/// What is sent to the platform; the request schemas of the sandbox's `openapi.yaml`. Personal: nothing is shown by
/// `toString` that is not in the class name.
public sealed interface PlatformRequest {
  /// The request as JSON in UTF-8. Personal.
  default byte[] json() {
    return PlatformJson.write(this);
  }

  /// Asks for known data.
  record Prefill(String terminal, Person person, Matter matter, Consent consent)
      implements PlatformRequest {
    @Override
    public String toString() {
      return "Prefill[masked]";
    }
  }

  /// Asks for certificates.
  ///
  /// @param names names of certificates, 居民身份证 for example
  record CertificateQuery(
      String terminal, Person person, Matter matter, Consent consent, List<String> names)
      implements PlatformRequest {
    @Override
    public String toString() {
      return "CertificateQuery[masked]";
    }
  }

  /// Asks for the check of a draft.
  record Precheck(
      String terminal,
      Person person,
      Matter matter,
      String situation,
      Map<String, String> values,
      List<Material> materials)
      implements PlatformRequest {
    @Override
    public String toString() {
      return "Precheck[masked]";
    }
  }

  /// An application.
  ///
  /// @param localNumber 20 digits
  /// @param signaturePng PNG in base64
  record Application(
      String localNumber,
      String terminal,
      Matter matter,
      String situation,
      Applicant applicant,
      Map<String, String> values,
      List<Material> materials,
      Consent consent,
      String signaturePng,
      Instant confirmedAt)
      implements PlatformRequest {
    @Override
    public String toString() {
      return "Application[masked]";
    }
  }

  /// A rating (好差评).
  ///
  /// @param level 5 非常满意 to 1 非常不满意
  /// @param reasons at level 2 and 1 one is needed, or a text
  record Rating(
      String localNumber,
      int level,
      List<String> reasons,
      @Nullable String text,
      String channel,
      Instant ratedAt)
      implements PlatformRequest {
    @Override
    public String toString() {
      return "Rating[masked]";
    }
  }

  /// Who it is about.
  record Person(String name, String idNumber) {
    /// The same person on the wire.
    public static Person of(org.jiujin.kiosk.identity.Person person) {
      return new Person(person.name(), person.number().value());
    }

    @Override
    public String toString() {
      return "Person[masked]";
    }
  }

  /// The applicant with everything from the card.
  ///
  /// @param validTo null for 长期
  record Applicant(
      String name,
      String idNumber,
      String sex,
      String nation,
      LocalDate birth,
      String address,
      String issuer,
      @Nullable LocalDate validTo) {
    /// The same person on the wire.
    public static Applicant of(org.jiujin.kiosk.identity.Person person) {
      return new Applicant(
          person.name(),
          person.number().value(),
          person.sex(),
          person.nation(),
          person.birth(),
          person.address(),
          person.issuer(),
          Optional.of(person.validTo()).filter(day -> !day.equals(LocalDate.MAX)).orElse(null));
    }

    @Override
    public String toString() {
      return "Applicant[masked]";
    }
  }

  /// The matter and the version of its description.
  record Matter(String id, String version) {}

  /// The consent to data sharing.
  ///
  /// @param scope what for, `prefill certificates` for example
  /// @param textVersion the version of the text that was shown
  record Consent(Instant givenAt, String scope, String textVersion) {}

  /// One material.
  ///
  /// @param reference the platform's reference to a certificate; null if there is none
  record Material(
      String id, String name, Source source, TrustLevel level, @Nullable String reference) {}

  /// How a material comes.
  enum Source {
    /// An electronic certificate or shared data, found by the terminal.
    @JsonProperty("certificate")
    CERTIFICATE,
    /// The authority fetches it, because the platform could not be asked.
    @JsonProperty("fetch-on-arrival")
    FETCH_ON_ARRIVAL,
    /// Photographed.
    @JsonProperty("captured")
    CAPTURED,
    /// Made by the resident, who promises that it is true.
    @JsonProperty("declared")
    DECLARED
  }
}
