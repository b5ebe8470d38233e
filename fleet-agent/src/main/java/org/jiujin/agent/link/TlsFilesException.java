package org.jiujin.agent.link;

import java.io.Serial;

/// The files for TLS cannot be used. The message is one line that names the file and says what it must be.
public final class TlsFilesException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  public TlsFilesException(String message, Throwable cause) {
    super(message, cause);
  }
}
