package org.jiujin.device.chipcard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {
  @Test
  void isFilledUpMaskedAndWiped() {
    var pin = new Pin("839201".toCharArray());
    assertArrayEquals(HexFormat.of().parseHex("383339323031FFFF"), pin.padded());
    assertEquals("Pin[masked]", pin.toString());
    pin.close();
    pin.close();
    assertThrows(IllegalStateException.class, pin::padded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "123456789", "12345a", "１２３４５６"})
  void refusesWhatCannotBeOneWithoutRepeatingIt(String typed) {
    var thrown = assertThrows(IllegalArgumentException.class, () -> new Pin(typed.toCharArray()));
    assertFalse(String.valueOf(thrown.getMessage()).contains("2345"));
  }
}
