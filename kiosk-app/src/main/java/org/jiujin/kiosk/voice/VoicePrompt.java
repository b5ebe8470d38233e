package org.jiujin.kiosk.voice;

/// Says things aloud. Everything that is said also stands on the screen. FX thread; returns at once.
public interface VoicePrompt {
  /// Says a sentence; whatever is being said is broken off.
  void say(String sentence);

  /// Falls silent, at every touch and at the end of a session.
  void silence();
}
