package org.jiujin.agent.health;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;

/// What ModemManager says of a mobile modem, as its program `mmcli --output-keyvalue` prints it: a line for each property, its name
/// and its value with a colon between, `--` for none, lists as `name.value[1]`. Whatever else stands there is passed over.
///
/// @param properties by name
record ModemReport(Map<String, String> properties) {
  static final ModemReport NONE = new ModemReport(Map.of());

  private static final Pattern LINE = Pattern.compile("([a-z0-9.\\-\\[\\]]{1,80}) *: (.{1,80})");
  private static final Pattern WORD = Pattern.compile("[a-z0-9-]{2,16}");
  private static final Pattern PERCENT = Pattern.compile("\\d{1,2}|100");
  private static final Pattern DECIBELS = Pattern.compile("-\\d{1,3}(\\.\\d{1,6})?");
  private static final int MOST_LINES = 1000;

  /// From the newest to the oldest; one that is not here is newer than this program.
  private static final List<String> TECHNOLOGIES =
      List.of(
          "5gnr",
          "lte",
          "lte-cat-m",
          "lte-nb-iot",
          "hspa-plus",
          "hspa",
          "hsupa",
          "hsdpa",
          "umts",
          "evdob",
          "evdoa",
          "evdo0",
          "1xrtt",
          "edge",
          "gprs",
          "gsm-compact",
          "gsm");

  private static final List<String> NO_TECHNOLOGY = List.of("unknown", "pots");

  /// The power that tells how far away the network is, from the newest network to the oldest. A modem that is in two at a time
  /// (5G on top of LTE) tells of both.
  private static final List<String> POWERS =
      List.of(
          "modem.signal.5g.rsrp",
          "modem.signal.lte.rsrp",
          "modem.signal.umts.rscp",
          "modem.signal.gsm.rssi");

  ModemReport {
    properties = Map.copyOf(properties);
  }

  /// Reads what was printed.
  static ModemReport of(String printed) {
    Map<String, String> properties = new HashMap<>();
    printed
        .lines()
        .limit(MOST_LINES)
        .map(line -> LINE.matcher(line.strip()))
        .filter(line -> line.matches())
        .forEach(line -> properties.put(line.group(1), line.group(2).strip()));
    return new ModemReport(properties);
  }

  /// Both together.
  ModemReport and(ModemReport other) {
    Map<String, String> both = new HashMap<>(properties);
    both.putAll(other.properties);
    return new ModemReport(both);
  }

  /// Whether nobody has asked the modem yet to measure its signal from time to time.
  boolean measuresNothing() {
    return "0".equals(properties.get("modem.signal.refresh.rate"));
  }

  /// Technology, quality and signal, as far as they are told.
  Map<NodeMetric, MetricValue> figures() {
    Map<NodeMetric, MetricValue> figures = new EnumMap<>(NodeMetric.class);
    technology().ifPresent(word -> figures.put(NodeMetric.NET_TECHNOLOGY, MetricValue.of(word)));
    told("modem.generic.signal-quality.value", PERCENT)
        .map(Integer::parseInt)
        .ifPresent(percent -> figures.put(NodeMetric.NET_QUALITY_PCT, MetricValue.of(percent)));
    POWERS.stream()
        .flatMap(name -> told(name, DECIBELS).stream())
        .map(power -> (int) Math.round(Double.parseDouble(power)))
        .findFirst()
        .ifPresent(power -> figures.put(NodeMetric.NET_SIGNAL_DBM, MetricValue.of(power)));
    return figures;
  }

  private Optional<String> technology() {
    List<String> said =
        Stream.iterate(1, number -> number <= TECHNOLOGIES.size(), number -> number + 1)
            .flatMap(number ->
                told("modem.generic.access-technologies.value[" + number + "]", WORD).stream())
            .filter(word -> !NO_TECHNOLOGY.contains(word))
            .toList();
    return said.stream()
        .filter(word -> !TECHNOLOGIES.contains(word))
        .findFirst()
        .or(() -> TECHNOLOGIES.stream().filter(said::contains).findFirst());
  }

  private Optional<String> told(String name, Pattern form) {
    return Optional.ofNullable(properties.get(name)).filter(value -> form.matcher(value).matches());
  }
}
