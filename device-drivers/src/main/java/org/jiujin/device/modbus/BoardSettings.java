package org.jiujin.device.modbus;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.SettingException;
import org.jiujin.device.cabinet.CabinetLimits;

/// What a device set says about a board, beside its port.
///
/// @param unit the board's address on the bus
/// @param answerLimit how long to wait for an answer
/// @param writesMany whether outputs are written by the functions for several cells
record BoardSettings(
    int unit,
    Duration answerLimit,
    boolean writesMany,
    CabinetLimits limits,
    Wiring wiring,
    List<Run> runs) {
  private static final int USUAL_ANSWER_MILLISECONDS = 300;

  static Set<String> names(String... more) {
    var names = new TreeSet<>(Wiring.SETTINGS);
    names.addAll(Set.of("unit", "answer-limit", "write", "too-hot", "too-cold", "battery-low"));
    names.addAll(Set.of(more));
    return names;
  }

  /// @param lastUnit 247 on a bus, 255 on TCP
  static BoardSettings of(DriverSettings said, int lastUnit) {
    var wiring = Wiring.of(said);
    return new BoardSettings(
        said.number("unit", 1, lastUnit == 255 ? 0 : 1, lastUnit),
        Duration.ofMillis(said.number("answer-limit", USUAL_ANSWER_MILLISECONDS, 50, 2_000)),
        said.choice("write", new TreeMap<>(Map.of("one", false, "many", true)), false),
        limits(said),
        wiring,
        wiring.runs());
  }

  private static CabinetLimits limits(DriverSettings said) {
    int hot = said.number("too-hot", CabinetLimits.USUAL.hotTenths() / 10, -40, 120);
    int cold = said.number("too-cold", CabinetLimits.USUAL.coldTenths() / 10, -50, 60);
    int low = said.number("battery-low", CabinetLimits.USUAL.lowPercent(), 0, 95);
    if (hot - cold < 5) {
      throw new SettingException(
          "too-hot", "is %d and too-cold %d; write 5 degrees between them".formatted(hot, cold));
    }
    return new CabinetLimits(10 * hot, 10 * cold, low);
  }
}
