package org.jiujin.update.trust.release;

import java.util.Arrays;
import java.util.Optional;

/// What is released. Each kind has a folder of targets of its own; kinds of one signer share a delegated role.
public enum ReleaseKind {
  /// The kiosk app with all its libraries.
  APP("app", "software"),
  /// The fleet agent with its launcher.
  AGENT("agent", "software"),
  /// What a terminal is told about itself: profiles, devices.
  CONFIGURATION("configuration", "configuration"),
  /// The matters.
  CATALOGUE("catalogue", "catalogue"),
  /// Spoken prompts.
  VOICE("voice", "voice"),
  /// Style sheets and fonts.
  THEME("theme", "theme");

  private final String word;
  private final String role;

  ReleaseKind(String word, String role) {
    this.word = word;
    this.role = role;
  }

  /// The kind with this word; empty for one that is not known.
  public static Optional<ReleaseKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /// The word in the protocol, in paths and on the command line.
  public String word() {
    return word;
  }

  /// The delegated TUF role that signs for releases of this kind.
  public String role() {
    return role;
  }

  /// The paths that the role may sign for, as a pattern of TUF's delegations.
  public String pattern() {
    return word + "/*";
  }
}
