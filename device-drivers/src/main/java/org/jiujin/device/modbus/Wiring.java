package org.jiujin.device.modbus;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jiujin.device.DeviceDescription.Capability;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.SettingException;
import org.jspecify.annotations.Nullable;

/// What is wired to which cell of the board; null is not wired.
record Wiring(
    Point.@Nullable Contact door,
    Point.@Nullable Contact tamper,
    Point.@Nullable Contact mains,
    Point.@Nullable Measure battery,
    Point.@Nullable Measure temperature,
    Point.@Nullable Relay lamp,
    Point.@Nullable Relay buzzer) {
  static final Set<String> SETTINGS =
      Set.of("door", "tamper", "mains", "battery", "temperature", "lamp", "buzzer");

  Wiring {
    if (Stream.of(door, tamper, mains, battery, temperature, lamp, buzzer)
        .allMatch(point -> point == null)) {
      throw new SettingException("door", "is missing, and everything else; write what is wired");
    }
    if (lamp != null && buzzer != null && lamp.cell().equals(buzzer.cell())) {
      throw new SettingException("buzzer", "is wired to the cell of the lamp; write another");
    }
  }

  static Wiring of(DriverSettings settings) {
    return new Wiring(
        point(settings, "door", Point.Contact::parse),
        point(settings, "tamper", Point.Contact::parse),
        point(settings, "mains", Point.Contact::parse),
        point(settings, "battery", Point.Measure::parse),
        point(settings, "temperature", Point.Measure::parse),
        point(settings, "lamp", Point.Relay::parse),
        point(settings, "buzzer", Point.Relay::parse));
  }

  /// What is to be read: the sensors, and the outputs back.
  List<Run> runs() {
    return Run.covering(
        Stream.of(door, tamper, mains, battery, temperature, lamp, buzzer)
            .<Point>mapMulti((point, take) -> {
              if (point != null) {
                take.accept(point);
              }
            })
            .map(Point::cell)
            .toList());
  }

  List<Point.Relay> relays() {
    return Stream.of(lamp, buzzer)
        .<Point.Relay>mapMulti((relay, take) -> {
          if (relay != null) {
            take.accept(relay);
          }
        })
        .toList();
  }

  Set<Capability> capabilities() {
    var can = new HashSet<>(Set.of(Capability.LIVE_STATUS));
    if (door != null) {
      can.add(Capability.DOOR);
    }
    if (tamper != null) {
      can.add(Capability.TAMPER);
    }
    if (mains != null || battery != null) {
      can.add(Capability.POWER_SUPPLY);
    }
    if (temperature != null) {
      can.add(Capability.TEMPERATURE);
    }
    if (lamp != null || buzzer != null) {
      can.add(Capability.LAMP_AND_BUZZER);
    }
    return can;
  }

  private static <P extends Point> @Nullable P point(
      DriverSettings settings, String name, BiFunction<String, String, P> parse) {
    var said = settings.text(name, "");
    return said.isEmpty() ? null : parse.apply(name, said);
  }
}
