package org.jiujin.device.idcard.chip;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.jiujin.device.idcard.CardPhoto;

/// As a plain test it replays its seeds; with JAZZER_FUZZ=1 it searches.
class CardTextFuzzTest {
  @FuzzTest
  void textBlocksAreReadOrRefused(byte[] bytes) {
    CardText.parse(bytes, "", new CardPhoto(new byte[0]))
        .ifPresent(card -> assertTrue(card.toString().contains("masked")));
  }
}
