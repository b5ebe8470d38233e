package org.jiujin.update.trust.source;

/// A file could not be had from the repository. Nothing of what came may be used.
public final class FetchFailed extends Exception {
  private static final long serialVersionUID = 1;

  /// Why.
  public enum Kind {
    /// There is more of it than allowed.
    TOO_LONG,
    /// It comes more slowly than allowed.
    TOO_SLOW,
    /// The repository does not answer, or with something else than the file.
    UNREACHABLE
  }

  private final Kind kind;
  private final String message;

  /// @param message one line that names the file
  public FetchFailed(Kind kind, String message) {
    super(message);
    this.kind = kind;
    this.message = message;
  }

  /// As above, with what was behind it.
  public FetchFailed(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.message = message;
  }

  /// Why.
  public Kind kind() {
    return kind;
  }

  /// What could not be had and why, in one line.
  @Override
  public String getMessage() {
    return message;
  }
}
