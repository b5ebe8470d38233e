package org.jiujin.device.camera;

import java.util.Locale;

/// What keeps a picture from being good enough.
///
/// @since 0.2
public sealed interface Flaw permits PageFlaw, FaceFlaw {
  /// The stable name.
  String name();

  /// The message key of what the resident should do: `camera.verdict.page.too-dark` for example.
  default String textKey() {
    String subject =
        switch (this) {
          case PageFlaw _ -> "page.";
          case FaceFlaw _ -> "face.";
        };
    return "camera.verdict." + subject + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
