package org.jiujin.device.zxing;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// The pictures that the tiers look at, made from the frame when they are first asked for.
final class Pictures {
  private final Sharpener sharpener = new Sharpener();
  private final Map<Tier.Picture, Plane> planes = new EnumMap<>(Tier.Picture.class);
  private final Map<Tier.Picture, Cells> cells = new EnumMap<>(Tier.Picture.class);
  private final Set<Tier.Picture> made = EnumSet.noneOf(Tier.Picture.class);
  private final Set<Tier.Picture> measured = EnumSet.noneOf(Tier.Picture.class);

  Pictures() {
    for (var picture : Tier.Picture.values()) {
      planes.put(picture, new Plane());
      cells.put(picture, new Cells());
    }
  }

  void show(int width, int height, byte[] pixels) {
    made.clear();
    measured.clear();
    plane(Tier.Picture.WHOLE).show(width, height, pixels);
    made.add(Tier.Picture.WHOLE);
  }

  Plane of(Tier.Picture picture) {
    var plane = plane(picture);
    if (made.add(picture)) {
      switch (picture) {
        case WHOLE -> throw new IllegalStateException("no frame was shown");
        case HALF -> plane.halve(of(Tier.Picture.WHOLE));
        case HALF_SOFT -> plane.soften(of(Tier.Picture.HALF));
        case HALF_SHARP -> sharpener.sharpen(of(Tier.Picture.HALF), 2, plane);
        case QUARTER -> plane.halve(of(Tier.Picture.HALF));
        case QUARTER_SHARP -> sharpener.sharpen(of(Tier.Picture.QUARTER), 2, plane);
        case EIGHTH -> plane.halve(of(Tier.Picture.QUARTER));
      }
    }
    return plane;
  }

  Cells cells(Tier.Picture picture) {
    var measure = java.util.Objects.requireNonNull(cells.get(picture));
    if (measured.add(picture)) {
      measure.measure(of(picture), of(picture.smaller()));
    }
    return measure;
  }

  private Plane plane(Tier.Picture picture) {
    return java.util.Objects.requireNonNull(planes.get(picture));
  }
}
