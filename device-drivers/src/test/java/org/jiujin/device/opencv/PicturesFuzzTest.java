package org.jiujin.device.opencv;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// As plain tests these replay their seeds; with JAZZER_FUZZ=1 they search.
class PicturesFuzzTest {
  @FuzzTest
  void picturesAreDecodedOrRefused(byte[] bytes) {
    if (Natives.missing().isEmpty()) {
      Pictures.decode(bytes)
          .ifPresent(frame -> assertTrue(PictureSize.of(bytes).orElseThrow().within(24_000_000)));
    }
  }
}
