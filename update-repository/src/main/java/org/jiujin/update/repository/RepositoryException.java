package org.jiujin.update.repository;

/// What was asked for cannot be done; nothing changed. The message says why and what helps, in one line.
public final class RepositoryException extends Exception {
  private static final long serialVersionUID = 1;

  private final String message;

  /// @param message names the file, role or release
  public RepositoryException(String message) {
    super(message);
    this.message = message;
  }

  /// Why, and what helps, in one line.
  @Override
  public String getMessage() {
    return message;
  }
}
