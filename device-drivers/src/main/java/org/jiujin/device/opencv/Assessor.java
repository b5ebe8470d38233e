package org.jiujin.device.opencv;

import java.util.List;
import org.jiujin.device.camera.Corner;
import org.jiujin.device.camera.Frame;

/// Looks at frames one by one. Used from one thread.
interface Assessor<P> {
  /// Looks at one frame.
  ///
  /// @param frame colours
  /// @param before the outline in the frame before; empty when there was none, or for a single picture
  Assessment<P> assess(Frame frame, List<Corner> before);
}
