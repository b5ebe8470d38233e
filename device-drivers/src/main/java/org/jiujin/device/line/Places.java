package org.jiujin.device.line;

import java.util.List;
import java.util.Set;

/// Sorts the places where devices are looked for, so that none is asked in a language that its port number rules out.
public final class Places {
  /// Where printers take whatever comes as something to print.
  public static final int RAW_PRINTER = 9100;

  /// Where Modbus TCP listens (IANA).
  public static final int MODBUS_TCP = 502;

  private static final String TCP = "tcp://";

  private Places() {}

  /// Serial ports, and sockets that a serial server could have.
  public static List<String> lines(List<String> places) {
    return places.stream()
        .filter(place -> serial(place) || socket(place, Set.of(RAW_PRINTER, MODBUS_TCP)))
        .toList();
  }

  /// Serial ports, and sockets but those of Modbus.
  public static List<String> printers(List<String> places) {
    return places.stream()
        .filter(place -> serial(place) || socket(place, Set.of(MODBUS_TCP)))
        .toList();
  }

  /// Sockets but those of printers.
  public static List<String> sockets(List<String> places) {
    return places.stream().filter(place -> socket(place, Set.of(RAW_PRINTER))).toList();
  }

  /// Whether a place is a serial port, whose speed matters.
  public static boolean serial(String place) {
    return !place.matches("[a-z][a-z0-9]*:.*");
  }

  private static boolean socket(String place, Set<Integer> others) {
    return place.startsWith(TCP) && others.stream().noneMatch(port -> place.endsWith(":" + port));
  }
}
