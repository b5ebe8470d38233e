package org.jiujin.fleet.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a terminal can be told to do. Arguments stand in parentheses.
///
/// @since 0.1.0
public enum CommandVerb {
  RESTART_APP,
  RESTART_AGENT,
  /// The machine.
  REBOOT,
  /// No further resident is let in; who is being served is served to the end.
  OUT_OF_SERVICE,
  IN_SERVICE,
  /// Shows a text over the screen at hand (`text`, at most 120 characters; `seconds`, 5 to 120).
  MESSAGE,
  /// The attract screen as PNG, never another one.
  SCREENSHOT,
  /// Warnings and errors of app and agent as ZIP, without anything personal.
  COLLECT_LOGS,
  /// Tests a device (`device`, its id; `level`, `internal` or `external`).
  SELF_TEST,
  SET_CONFIGURATION,
  START_HELP,
  END_HELP,
  /// Takes a signed [org.jiujin.fleet.update.Direction] (`document`, a [SignedDocument] in Base64): which releases the terminal
  /// shall have.
  DIRECT_UPDATES,
  /// Fetches without waiting for its turn, and installs what was fetched as soon as nobody uses the terminal; ends a pause.
  UPDATE_NOW,
  /// Fetches and installs nothing for a time (`hours`, 0 to 168; 0 ends a pause). An emergency is installed all the same.
  PAUSE_UPDATES;

  /// The word on the wire: `restart-app` for example.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The constant for this word.
  public static Optional<CommandVerb> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
