package org.jiujin.kiosk.screen.filing;

/// What the terminal is at.
public enum Work {
  /// Asking the platform what it knows already.
  PREFILLING("prefilling", "work.prefilling.title", "work.prefilling.lead"),
  /// Looking up the materials.
  FETCHING("fetching", "work.fetching.title", "work.fetching.lead"),
  /// Writing the application to disk and sending it.
  FILING("filing", "work.filing.title", "work.filing.lead");

  private final String screen;
  private final String titleKey;
  private final String leadKey;

  Work(String screen, String titleKey, String leadKey) {
    this.screen = screen;
    this.titleKey = titleKey;
    this.leadKey = leadKey;
  }

  /// The screen's name.
  public String screen() {
    return screen;
  }

  String titleKey() {
    return titleKey;
  }

  String leadKey() {
    return leadKey;
  }
}
