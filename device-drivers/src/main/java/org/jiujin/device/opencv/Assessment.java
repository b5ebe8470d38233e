package org.jiujin.device.opencv;

import java.util.List;
import java.util.function.Supplier;
import org.jiujin.device.camera.Corner;
import org.jiujin.device.camera.Verdict;

/// What one frame shows.
///
/// @param <P> the picture that can be made of it
/// @param outline where the page or the face is, in pixels; empty when there is none
/// @param verdicts what is wrong with it; empty when nothing is
/// @param picture makes the picture; only to be asked when nothing is wrong
record Assessment<P>(List<Corner> outline, List<Verdict> verdicts, Supplier<P> picture) {
  Assessment {
    outline = List.copyOf(outline);
    verdicts = List.copyOf(verdicts);
  }

  boolean good() {
    return verdicts.isEmpty();
  }
}
