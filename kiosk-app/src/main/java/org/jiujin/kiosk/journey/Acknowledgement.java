package org.jiujin.kiosk.journey;

import java.time.Instant;

/// What the resident holds in hand after filing. Not personal.
public sealed interface Acknowledgement {
  /// The number of the application on this terminal, known to the platform too once it arrived.
  String localNumber();

  /// When the application was safe on disk.
  Instant at();

  /// The platform accepted the application.
  ///
  /// @param caseNumber 办件编号
  record Accepted(String caseNumber, String localNumber, Instant at) implements Acknowledgement {}

  /// The application is stored on this terminal and is sent when the platform is back (已存本机).
  record StoredHere(String localNumber, Instant at) implements Acknowledgement {}
}
