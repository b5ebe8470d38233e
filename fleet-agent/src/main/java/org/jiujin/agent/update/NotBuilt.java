package org.jiujin.agent.update;

import org.jiujin.update.trust.UpdateRefused;
import org.jiujin.update.trust.source.FetchFailed;

/// A release could not be had for now. What came of it stays on the disk.
final class NotBuilt extends Exception {
  private static final long serialVersionUID = 1;

  private final String why;
  private final String message;

  /// @param why a word for operators, one of those in `docs/updates.md`
  /// @param message more for the log
  NotBuilt(String why, String message) {
    super(message);
    this.why = why;
    this.message = message;
  }

  private NotBuilt(String why, String message, Exception cause) {
    super(message, cause);
    this.why = why;
    this.message = message;
  }

  static NotBuilt of(FetchFailed failed) {
    String why =
        switch (failed.kind()) {
          case TOO_LONG -> "damaged";
          case TOO_SLOW -> "too-slow";
          case UNREACHABLE -> "unreachable";
        };
    return new NotBuilt(why, failed.getMessage(), failed);
  }

  static NotBuilt of(UpdateRefused refused) {
    String why =
        switch (refused.reason()) {
          case UNREACHABLE -> "unreachable";
          case TOO_SLOW -> "too-slow";
          case EXPIRED -> "expired";
          case MISSING, MALFORMED -> "damaged";
          case NO_TRUSTED_ROOT,
              UNSIGNED,
              WRONG_VERSION,
              ROLLBACK,
              WRONG_LENGTH,
              WRONG_HASH,
              TOO_LONG ->
              "untrusted";
        };
    return new NotBuilt(why, refused.reason() + ": " + refused.getMessage(), refused);
  }

  /// A word.
  String why() {
    return why;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
