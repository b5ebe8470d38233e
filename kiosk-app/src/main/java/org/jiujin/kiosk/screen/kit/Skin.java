package org.jiujin.kiosk.screen.kit;

/// How large and how wordy the screens are.
public enum Skin {
  /// Targets of at least 16 mm, body text of at least 28 px on a 21.5″ panel.
  STANDARD,
  /// 长辈版: targets of at least 20 mm, body text of at least 42 px, one question at a time, plainer words.
  ELDER;

  /// The other one, for the switch in the header.
  public Skin other() {
    return this == STANDARD ? ELDER : STANDARD;
  }
}
