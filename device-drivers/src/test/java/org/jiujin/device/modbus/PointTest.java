package org.jiujin.device.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalInt;
import org.jiujin.device.SettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointTest {
  @ParameterizedTest
  @CsvSource({
    "discrete:0, 1, true",
    "discrete:0, 0, false",
    "!discrete:0, 0, true",
    "input:3.15, 32768, true",
    "input:3.15, 32767, false",
    "!holding:3.0, 65534, true"
  })
  void understandsContacts(String said, int value, boolean yes) {
    assertEquals(yes, Point.Contact.parse("door", said).yes(value));
  }

  @ParameterizedTest
  @CsvSource({
    "input:0, 21, 210",
    "input:0*0.1, 215, 215",
    "input:0*0.1, 65463, -73",
    "input:0*0.01, 2154, 215",
    "input:0*0.01, 2155, 216",
    "holding:4*0.1-40, 615, 215",
    "holding:4+5, 10, 150"
  })
  void understandsMeasures(String said, int value, int tenths) {
    assertEquals(
        OptionalInt.of(tenths), Point.Measure.parse("temperature", said).tenths(value, -600, 1500));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x7FFF, 0x8000, 1501, -601})
  void measuresNothingThatCannotBe(int value) {
    assertEquals(
        OptionalInt.empty(),
        Point.Measure.parse("temperature", "input:0*0.1").tenths(value, -600, 1500));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "discrete",
        "discrete:",
        "discrete:x",
        "discrete:-1",
        "coil:0.1",
        "relay:0",
        "discrete:999999",
        "DISCRETE:0",
        "!!discrete:0",
        "discrete:0 "
      })
  void refusesWhatItDoesNotUnderstand(String said) {
    assertThrows(SettingException.class, () -> Point.Contact.parse("door", said));
    assertThrows(SettingException.class, () -> Point.Measure.parse("battery", said + "*"));
    assertThrows(SettingException.class, () -> Point.Relay.parse("lamp", said));
  }

  @Test
  void readsNeighboursTogetherAndNothingInBetween() {
    assertEquals(
        List.of(
            new Run(Area.COIL, 7, 1), new Run(Area.DISCRETE, 0, 3), new Run(Area.DISCRETE, 5, 1)),
        Run.covering(
            List.of(
                new Cell(Area.DISCRETE, 2),
                new Cell(Area.DISCRETE, 0),
                new Cell(Area.DISCRETE, 5),
                new Cell(Area.COIL, 7),
                new Cell(Area.DISCRETE, 1),
                new Cell(Area.DISCRETE, 0))));
  }
}
