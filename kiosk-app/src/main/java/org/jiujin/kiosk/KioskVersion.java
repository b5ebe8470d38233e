package org.jiujin.kiosk;

import java.util.Objects;

/// Which version of the app runs.
final class KioskVersion {
  private KioskVersion() {}

  /// As the jar says it; `development` without a jar.
  static String word() {
    return Objects.requireNonNullElse(
        KioskVersion.class.getPackage().getImplementationVersion(), "development");
  }
}
