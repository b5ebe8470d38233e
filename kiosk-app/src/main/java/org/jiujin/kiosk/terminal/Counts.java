package org.jiujin.kiosk.terminal;

/// How often things happened today. No personal data.
///
/// @param sessions residents who came
/// @param done applications that the platform accepted
/// @param stored applications that were stored here first
/// @param failed applications that could not be filed
public record Counts(int sessions, int done, int stored, int failed) {
  /// Nothing happened yet.
  public static final Counts NONE = new Counts(0, 0, 0, 0);

  Counts plus(CountedEvent event) {
    return switch (event) {
      case SESSION -> new Counts(sessions + 1, done, stored, failed);
      case DONE -> new Counts(sessions, done + 1, stored, failed);
      case STORED -> new Counts(sessions, done, stored + 1, failed);
      case FAILED -> new Counts(sessions, done, stored, failed + 1);
    };
  }
}
