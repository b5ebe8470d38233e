package org.jiujin.fleet;

import java.io.Serial;

/// Bytes or a topic from outside that are not what the protocol allows. The message names the place, never the content.
///
/// @since 0.1.0
public final class MalformedMessageException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  public MalformedMessageException(String message) {
    super(message);
  }

  public MalformedMessageException(String message, Throwable cause) {
    super(message, cause);
  }
}
