package org.jiujin.agent;

import java.io.Serial;

/// The configuration cannot be used. The message is one line that names the key and says what to write.
final class BadConfigException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  BadConfigException(String message) {
    super(message);
  }

  BadConfigException(String message, Throwable cause) {
    super(message, cause);
  }
}
