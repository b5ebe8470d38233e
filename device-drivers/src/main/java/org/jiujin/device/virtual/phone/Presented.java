package org.jiujin.device.virtual.phone;

import java.util.List;
import org.jiujin.device.scanner.GreyFrame;

/// A picture and what may be read in it.
///
/// @param texts every one of them is right
public record Presented(GreyFrame frame, List<String> texts) {
  public Presented {
    texts = List.copyOf(texts);
  }
}
