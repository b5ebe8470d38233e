package org.jiujin.agent.lone;

import java.io.Serial;

/// The command line cannot be understood; the message is one line that says what to write.
final class UsageException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }

  UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
