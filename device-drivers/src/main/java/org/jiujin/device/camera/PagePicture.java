package org.jiujin.device.camera;

import java.util.List;

/// A page, straightened. Personal.
///
/// @param page as if scanned, the corner that lay top left in its top left
/// @param corners where the page lay in the camera's frame, clockwise from the top left
/// @param dotsPerInch how fine the picture is; 0 when the paper's size is not known
/// @since 0.2
public record PagePicture(Frame page, List<Corner> corners, Paper paper, int dotsPerInch) {
  public PagePicture {
    corners = List.copyOf(corners);
  }

  /// Overwrites the picture with zeros.
  public void wipe() {
    page.wipe();
  }
}
