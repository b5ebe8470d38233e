package org.jiujin.kiosk.application;

import java.time.Instant;

/// The resident's consent to data sharing, as it is filed.
///
/// @param scope what it was given for
/// @param textVersion the version of the text that was shown
public record Consent(Instant givenAt, String scope, String textVersion) {}
