package org.jiujin.fleet.update;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/// One release that a terminal shall have.
///
/// @param kind what it is a release of: `app`, `agent`, `configuration`, `catalogue`, `voice` or `theme`; a newer console may know
///     more
/// @param version its name among the releases of its kind
/// @param manifest the SHA-256 of its manifest, 32 bytes: whoever signs releases cannot give this terminal another one of the same
///     name
/// @param attempt 1 and up: a terminal that gave a release up takes it again only when this has grown
/// @param notBefore when it may be installed at the earliest, in milliseconds; it is downloaded before
/// @since 0.1.0
public record Assignment(
    String kind,
    String version,
    ByteString manifest,
    int attempt,
    Instant notBefore,
    Urgency urgency) {
  private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,31}");
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+_-]{0,63}");
  private static final int HASH_BYTES = 32;

  /// @throws IllegalArgumentException if a part is out of bounds
  public Assignment {
    check(KIND.matcher(kind).matches(), "a kind has 1 to 32 small letters and hyphens");
    check(VERSION.matcher(version).matches(), "a version has 1 to 64 letters, digits and .+_-");
    check(manifest.size() == HASH_BYTES, "a SHA-256 has 32 bytes");
    check(attempt >= 1, "attempts begin with 1");
    notBefore = notBefore.truncatedTo(ChronoUnit.MILLIS);
  }

  private static void check(boolean good, String otherwise) {
    if (!good) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
