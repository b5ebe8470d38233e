package org.jiujin.kiosk.voice;

/// Has no voice: keeps the last sentence ready, for the caption and for tests.
public final class KeptVoicePrompt implements VoicePrompt {
  private volatile String sentence = "";

  @Override
  public void say(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public void silence() {
    sentence = "";
  }

  /// What would be heard now, or empty.
  public String sentence() {
    return sentence;
  }
}
