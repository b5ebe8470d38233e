package org.jiujin.device;

/// A device set says something that a driver cannot do.
///
/// @since 0.2
public final class SettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String setting;
  private final String problem;

  /// @param setting the setting that is wrong, `port` for the address
  /// @param message what is wrong with it and what to write, beginning with a verb: `is 9; write 58 or 80`
  public SettingException(String setting, String message) {
    super(setting + " " + message);
    this.setting = setting;
    this.problem = message;
  }

  /// The setting that is wrong.
  public String setting() {
    return setting;
  }

  /// What is wrong with it and what to write.
  public String problem() {
    return problem;
  }
}
