package org.jiujin.device.camera;

import java.util.List;

/// What the camera sees now, and what it thinks of it.
///
/// @param frame for the viewer alone, who may wipe it
/// @param outline the page's or the face's corners in this frame, clockwise from the top left; empty when there is none
/// @param verdicts what would keep this frame from being taken; may lag behind by a frame or two
/// @since 0.2
public record Preview(Frame frame, List<Corner> outline, List<Verdict> verdicts) {
  public Preview {
    outline = List.copyOf(outline);
    verdicts = List.copyOf(verdicts);
  }
}
