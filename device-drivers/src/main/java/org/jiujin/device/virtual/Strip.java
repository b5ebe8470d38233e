package org.jiujin.device.virtual;

import java.util.List;

/// A strip of paper that was cut off.
///
/// @param items what stands on it
record Strip(List<StripItem> items) {
  Strip {
    items = List.copyOf(items);
  }

  /// What can be read on it, line by line; a QR code as `[QR payload]`, a picture as
  /// `[picture WIDTH x HEIGHT]`.
  String text() {
    var text = new StringBuilder();
    for (var item : items) {
      switch (item) {
        case StripItem.TextLine line -> text.append(line.text().stripTrailing()).append('\n');
        case StripItem.QrCode code -> text.append("[QR ").append(code.payload()).append("]\n");
        case StripItem.Raster(int width, _, int height, _) ->
            text.append("[picture %d x %d]\n".formatted(width, height));
        case StripItem.White _ -> {
          // nothing to read
        }
      }
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return "Strip[" + items.size() + " items, masked]";
  }
}
