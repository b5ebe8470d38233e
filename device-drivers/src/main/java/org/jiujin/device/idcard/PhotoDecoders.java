package org.jiujin.device.idcard;

import java.util.Optional;
import java.util.ServiceLoader;

/// Finds the decoder for photos, if somebody installed one.
public final class PhotoDecoders {
  private PhotoDecoders() {}

  /// The first decoder on the class path; empty as delivered.
  public static Optional<PhotoDecoder> found() {
    return ServiceLoader.load(PhotoDecoder.class).findFirst();
  }
}
