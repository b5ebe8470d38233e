package org.jiujin.kiosk.journey;

import java.util.List;

/// What the platform's pre-check (智能预审) says about the draft.
public sealed interface Precheck {
  /// The platform is being asked.
  record Running() implements Precheck {}

  /// Nothing stands in the way.
  record Passed() implements Precheck {}

  /// The platform cannot be asked now; the check is made when the application arrives.
  record Later() implements Precheck {}

  /// The resident has to mend something first.
  ///
  /// @param texts what, in the platform's words
  record Found(List<String> texts) implements Precheck {
    public Found {
      texts = List.copyOf(texts);
    }
  }
}
