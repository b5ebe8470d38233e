package org.jiujin.kiosk.application;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiujin.kiosk.identity.Person;
import org.jiujin.kiosk.identity.Signature;
import org.jiujin.kiosk.platform.PlatformRequest;

/// An application that the resident confirmed and signed. Personal: `toString` tells the local number only.
///
/// @param localNumber from [Filing#nextLocalNumber()]
/// @param terminal the terminal's id, `T621121001` for example
/// @param matterId the matter's id in the catalogue
/// @param matterVersion the version of its description
/// @param situation the id of the situation (情形)
/// @param values the form, field id to value
public record Application(
    LocalNumber localNumber,
    String terminal,
    String matterId,
    String matterVersion,
    String situation,
    Person applicant,
    Map<String, String> values,
    List<MaterialUse> materials,
    Consent consent,
    Signature signature,
    Instant confirmedAt) {
  public Application {
    LocalNumber.requireTerminal(terminal);
    values = Map.copyOf(values);
    materials = List.copyOf(materials);
  }

  /// The application as JSON, as it is stored and sent. Personal.
  byte[] json() {
    return new PlatformRequest.Application(
            localNumber.value(),
            terminal,
            new PlatformRequest.Matter(matterId, matterVersion),
            situation,
            PlatformRequest.Applicant.of(applicant),
            new TreeMap<>(values),
            materials.stream().map(MaterialUse::onWire).toList(),
            new PlatformRequest.Consent(consent.givenAt(), consent.scope(), consent.textVersion()),
            Base64.getEncoder().encodeToString(signature.png()),
            confirmedAt)
        .json();
  }

  @Override
  public String toString() {
    return "Application[" + localNumber + "]";
  }
}
