package org.jiujin.device.zxing;

/// How much work a frame may still cost. It is asked before each piece of work that is worth counting.
interface Budget {
  /// True when no further piece of work may begin. Once true it stays true until the next frame.
  boolean spent();
}
