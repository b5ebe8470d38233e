package org.jiujin.kiosk.session;

import java.time.Instant;
import org.jiujin.kiosk.application.Consent;
import org.jiujin.kiosk.platform.PlatformRequest;

/// The consent that the consent screen asks for. A change of its text is a new version here.
final class ConsentTerms {
  static final String SCOPE = "prefill certificates";
  static final String TEXT_VERSION = "2026-11";

  private ConsentTerms() {}

  static PlatformRequest.Consent asked(Instant at) {
    return new PlatformRequest.Consent(at, SCOPE, TEXT_VERSION);
  }

  static Consent filed(Instant at) {
    return new Consent(at, SCOPE, TEXT_VERSION);
  }
}
