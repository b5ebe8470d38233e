package org.jiujin.device.virtual.phone;

import java.util.ArrayList;
import java.util.List;

/// Still pictures by class, each drawn from a seed of its own (performance reference, 4.3).
public final class Stills {
  private Stills() {}

  /// Draws one picture.
  ///
  /// @param seed of the whole set
  /// @param index of the picture within its class
  public static Presented picture(StillClass kind, long seed, int index) {
    var draw = new Draw(seed + 1000L * kind.number() + index);
    boolean inverted =
        kind == StillClass.SMALL_INVERTED || (kind == StillClass.MIXED && index % 4 == 3);
    var phone = new PhoneScreen(draw, inverted, kind == StillClass.TWO_CODES);
    var camera = new Camera(phone, draw);
    var shot = new StillShots(draw, phone.modules(), index).of(kind);
    var texts = new ArrayList<>(List.of(phone.text()));
    if (kind == StillClass.TWO_CODES) {
      texts.add(phone.secondText());
    }
    return new Presented(camera.take(shot, draw), texts);
  }
}
