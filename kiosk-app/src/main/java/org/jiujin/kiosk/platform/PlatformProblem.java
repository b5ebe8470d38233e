package org.jiujin.kiosk.platform;

import java.util.List;

/// Why the platform refused (RFC 9457). Nothing personal: pointers name members, never values.
///
/// @param status the HTTP status, 400 to 499
/// @param code the stable code, `case-unknown` for example; `http-STATUS` if the answer had none
/// @param title a sentence for engineers; may be empty
/// @param pointers JSON Pointers of the members that are wrong; may be empty
public record PlatformProblem(int status, String code, String title, List<String> pointers) {
  public PlatformProblem {
    pointers = List.copyOf(pointers);
  }
}
