package org.jiujin.device.zxing;

/// What may be a symbol: three corner marks, and what the timing patterns between them say.
///
/// @param picture the one to read it in
/// @param triple in that picture's pixels
record Suspect(Tier.Picture picture, Triple triple, TimingPatterns.Hypothesis hypothesis) {
  /// Higher is likelier.
  float score() {
    return hypothesis.score() - 0.1f * triple.penalty();
  }
}
