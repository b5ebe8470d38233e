package org.jiujin.fleet.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectiveTest {
  @Test
  void theNearestLayerDecidesAndIsNamed() {
    Effective effective = Effective.of(List.of(Samples.TERMINAL, Samples.COUNTY, Samples.PROVINCE));
    assertEquals(
        Map.of("place.hotline", "12345", "report.full-seconds", "600", "place.name", "通渭县便民服务站"),
        effective.values());
    assertEquals(
        new Effective.Sourced("600", Layer.Scope.COUNTY, "621121"),
        effective.settings().get("report.full-seconds"));
    assertEquals(
        new Effective.Sourced("12345", Layer.Scope.PROVINCE, "62"),
        effective.settings().get("place.hotline"));
    assertEquals(600, effective.number(Setting.REPORT_FULL_SECONDS, 300));
  }

  @Test
  void aLayerCanLeaveASettingToTheTerminalAndAnotherCanSetItAgain() {
    var city = new Layer(Layer.Scope.CITY, "6211", "", Map.of(), Set.of("place.hotline"));
    var site = new Layer(Layer.Scope.SITE, "s", "", Map.of("place.hotline", "12333"), Set.of());
    assertTrue(
        Effective.of(List.of(Samples.PROVINCE, city)).value(Setting.PLACE_HOTLINE).isEmpty());
    assertEquals(
        "12333",
        Effective.of(List.of(Samples.PROVINCE, city, site))
            .value(Setting.PLACE_HOTLINE)
            .orElseThrow());
  }

  @Test
  void theDigestTellsValuesApartWhereverTheyComeFrom() {
    Layer moved = new Layer(Layer.Scope.CITY, "6211", "c3", Samples.PROVINCE.settings(), Set.of());
    String digest = Effective.of(List.of(Samples.PROVINCE)).digest();
    assertEquals(digest, Effective.of(List.of(moved)).digest());
    assertNotEquals(digest, Effective.of(List.of(moved, Samples.COUNTY)).digest());
    assertEquals(16, digest.length());
    assertEquals("", Effective.NOTHING.digest());
  }

  @Test
  void tellsBadValuesFromUnknownNames() {
    var layer =
        new Layer(
            Layer.Scope.SITE,
            "s",
            "",
            Map.of("place.hotline", "none", "disk.low-mb", "63", "voice.volume", "11"),
            Set.of());
    Effective effective = Effective.of(List.of(layer));
    assertEquals(List.of("disk.low-mb", "place.hotline"), effective.bad());
    assertEquals(List.of("voice.volume"), effective.unknown());
  }

  @ParameterizedTest
  @CsvSource({
    "app.memory-soft-mb, 2048, app.memory-hard-mb, 2048, false",
    "app.memory-soft-mb, 2049, app.memory-hard-mb, 2048, true",
    "idle.countdown-seconds, 61, idle.signed-in-seconds, 60, true",
  })
  void someSettingsBoundEachOther(
      String one, String value, String other, String otherValue, boolean bad) {
    var layer =
        new Layer(Layer.Scope.SITE, "s", "", Map.of(one, value, other, otherValue), Set.of());
    assertEquals(bad, !Effective.of(List.of(layer)).bad().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "report.full-seconds, 60, true",
    "report.full-seconds, 59, false",
    "report.full-seconds, 060, false",
    "report.full-seconds, '', false",
    "report.full-seconds, -60, false",
    "report.full-seconds, 9999999, false",
    "place.name, 站, false",
    "place.name, 便民服务站, true",
    "place.name, ' 便民服务站', false",
    "place.name, '便民\u200b服务站', false",
    "place.hotline, 0931-12345, true",
    "place.hotline, 12345x, false",
  })
  void aSettingTakesWhatIsWithinItsLimits(String name, String value, boolean taken) {
    assertEquals(taken, Setting.of(name).orElseThrow().takes(value));
  }

  @Test
  void everySettingIsGivenToItsUserAlone() {
    Effective effective = Samples.CONFIGURATION.effective();
    assertEquals(Set.of("report.full-seconds"), effective.valuesFor(Setting.User.AGENT).keySet());
    assertFalse(effective.valuesFor(Setting.User.APP).containsKey("report.full-seconds"));
  }
}
