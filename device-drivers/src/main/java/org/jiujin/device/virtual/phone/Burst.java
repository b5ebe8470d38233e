package org.jiujin.device.virtual.phone;

import java.util.List;
import org.jiujin.device.scanner.GreyFrame;

/// A phone that is moved before the camera and held still, 45 frames of one and a half seconds
/// (performance reference, 4.4).
public final class Burst {
  /// Frames of one presentation.
  public static final int FRAMES = 45;

  /// From one frame to the next.
  public static final double FRAME_MILLISECONDS = 1000 / 30.0;

  private final long seed;
  private final PhoneScreen phone;
  private final Camera camera;
  private final BurstShots shots;

  private Burst(long seed, PhoneScreen phone, Camera camera, BurstShots shots) {
    this.seed = seed;
    this.phone = phone;
    this.camera = camera;
    this.shots = shots;
  }

  /// Presents a phone.
  ///
  /// @param seed of the whole set
  /// @param number of the presentation; every twentieth phone is in dark mode
  public static Burst present(long seed, int number) {
    var draw = new Draw(seed + number);
    var phone = new PhoneScreen(draw, number % 20 == 19, false);
    var camera = new Camera(phone, draw);
    return new Burst(seed + number, phone, camera, new BurstShots(draw, phone.modules(), number));
  }

  /// What the code says.
  public String text() {
    return phone.text();
  }

  /// One frame; each can be had alone.
  ///
  /// @param index from 0, below [#FRAMES]
  public GreyFrame frame(int index) {
    var draw = new Draw(seed * 100 + index);
    return camera.take(shots.at(index, draw), draw);
  }

  /// The right answers, for whoever reads the frames as pictures.
  public List<String> texts() {
    return List.of(text());
  }
}
