package org.jiujin.update.trust.json;

/// What was read is not the JSON that was to be there; the message says where and why.
public final class MalformedJson extends Exception {
  private static final long serialVersionUID = 1;

  /// @param message one line, without what was read at length
  public MalformedJson(String message) {
    super(message);
  }
}
