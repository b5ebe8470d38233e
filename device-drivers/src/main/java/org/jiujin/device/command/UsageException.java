package org.jiujin.device.command;

/// The command line cannot be understood; the message says what to write.
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
