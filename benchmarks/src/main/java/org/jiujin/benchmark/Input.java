package org.jiujin.benchmark;

import java.util.List;
import java.util.function.Supplier;
import org.jiujin.device.scanner.GreyFrame;

/// A picture to be read.
///
/// @param group what it is summed up under
/// @param frame made when its turn comes, so that a set need not fit the memory
record Input(String group, Supplier<Picture> frame) {
  record Picture(GreyFrame frame, List<String> texts) {}
}
