package org.jiujin.update.trust;

/// An update was refused. What was trusted before still is, and the next attempt may succeed.
public final class UpdateRefused extends Exception {
  private static final long serialVersionUID = 1;

  private final Refusal reason;
  private final String message;

  UpdateRefused(Refusal reason, String message) {
    super(message);
    this.reason = reason;
    this.message = message;
  }

  UpdateRefused(Refusal reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.message = message;
  }

  /// The reason; the message says it of which file.
  public Refusal reason() {
    return reason;
  }

  /// What was refused and why, in one line.
  @Override
  public String getMessage() {
    return message;
  }
}
