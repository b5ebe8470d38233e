package org.jiujin.fleet.configuration;

import java.util.Arrays;
import java.util.Optional;

/// What can be set from afar: a closed list. A setting that is absent is as the terminal's own files say.
///
/// Limits are those of the file that says it on the terminal, so that nothing can be set here that could not be set there.
///
/// @since 0.1.0
public enum Setting {
  /// How often the agent reports every figure, changed or not.
  REPORT_FULL_SECONDS("report.full-seconds", User.AGENT, Kind.WHOLE, 60, 3600),
  /// The ceiling of the wait between two attempts to reach the broker.
  BROKER_LONGEST_RETRY_SECONDS("broker.longest-retry-seconds", User.AGENT, Kind.WHOLE, 1, 3600),
  /// A silent terminal is noticed after 1.5 times this. The agent connects anew to use it.
  BROKER_KEEP_ALIVE_SECONDS("broker.keep-alive-seconds", User.AGENT, Kind.WHOLE, 5, 600),
  /// An app that takes more is started anew as soon as no resident uses it.
  APP_MEMORY_SOFT_MB("app.memory-soft-mb", User.AGENT, Kind.WHOLE, 256, 16_384),
  /// An app that takes more is started anew at once. Not less than [#APP_MEMORY_SOFT_MB].
  APP_MEMORY_HARD_MB("app.memory-hard-mb", User.AGENT, Kind.WHOLE, 256, 32_768),
  /// A disk with less room is an alarm; twice as much ends it.
  DISK_LOW_MB("disk.low-mb", User.AGENT, Kind.WHOLE, 64, 65_536),
  /// Where the terminal stands, as residents read it.
  PLACE_NAME("place.name", User.APP, Kind.TEXT, 2, 20),
  /// Printed on receipts.
  PLACE_HOTLINE("place.hotline", User.APP, Kind.TELEPHONE, 5, 15),
  /// The idle limits of the terminal profile, by the same names.
  IDLE_NOT_SIGNED_IN_SECONDS("idle.not-signed-in-seconds", User.APP, Kind.WHOLE, 20, 600),
  IDLE_SIGNED_IN_SECONDS("idle.signed-in-seconds", User.APP, Kind.WHOLE, 60, 600),
  IDLE_DEVICE_SECONDS("idle.device-seconds", User.APP, Kind.WHOLE, 15, 120),
  IDLE_PAPER_SECONDS("idle.paper-seconds", User.APP, Kind.WHOLE, 10, 120),
  IDLE_COUNTDOWN_SECONDS("idle.countdown-seconds", User.APP, Kind.WHOLE, 20, 120);

  private final String wireName;
  private final User user;
  private final Kind kind;
  private final int least;
  private final int most;

  Setting(String wireName, User user, Kind kind, int least, int most) {
    this.wireName = wireName;
    this.user = user;
    this.kind = kind;
    this.least = least;
    this.most = most;
  }

  /// Who acts by it.
  public enum User {
    AGENT,
    APP
  }

  /// What its values are.
  public enum Kind {
    /// A whole number in decimal digits.
    WHOLE,
    /// Words on one line; its limits count characters.
    TEXT,
    /// Digits and hyphens; its limits count characters.
    TELEPHONE
  }

  /// The name on the wire and in the files of the console.
  public String wireName() {
    return wireName;
  }

  /// Who acts by it.
  public User user() {
    return user;
  }

  /// What its values are.
  public Kind kind() {
    return kind;
  }

  /// The least number, or the fewest characters.
  public int least() {
    return least;
  }

  /// The greatest number, or the most characters.
  public int most() {
    return most;
  }

  /// Whether a value is of the right type and within the limits.
  public boolean takes(String value) {
    return switch (kind) {
      case WHOLE -> value.matches("0|[1-9]\\d{0,5}") && within(Integer.parseInt(value));
      case TEXT -> words(value) && within(value.codePointCount(0, value.length()));
      case TELEPHONE -> value.matches("[0-9-]+") && within(value.length());
    };
  }

  /// The setting of this name.
  public static Optional<Setting> of(String wireName) {
    return Arrays.stream(values()).filter(one -> one.wireName.equals(wireName)).findFirst();
  }

  private boolean within(int number) {
    return number >= least && number <= most;
  }

  private static boolean words(String value) {
    return value.equals(value.strip()) && value.codePoints().noneMatch(Setting::invisible);
  }

  private static boolean invisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
