package org.jiujin.agent.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;

/// Reads the figures of the network that leads to the province: the one of the default route with the smallest metric.
///
/// Linux tells them in files (proc(5), sysfs); a mobile modem's signal is told by its own daemon only. What cannot be read is absent.
final class NetworkMetrics {
  private static final String DEFAULT_DESTINATION = "00000000";
  private static final String MOBILE = "mobile";
  private static final int INTERFACE = 0;
  private static final int DESTINATION = 1;
  private static final int METRIC = 6;
  private static final int LEVEL = 3;

  private final Path proc;
  private final Path sys;
  private final Supplier<ModemReport> modem;

  /// @param proc `/proc`
  /// @param sys `/sys`
  /// @param modem what the modem said last; asked only when the way out is a mobile one, and never waits
  NetworkMetrics(Path proc, Path sys, Supplier<ModemReport> modem) {
    this.proc = proc;
    this.sys = sys;
    this.modem = modem;
  }

  Map<NodeMetric, MetricValue> read() {
    Map<NodeMetric, MetricValue> figures = new EnumMap<>(NodeMetric.class);
    for (NodeMetric metric :
        List.of(
            NodeMetric.NET_KIND,
            NodeMetric.NET_SIGNAL_DBM,
            NodeMetric.NET_RECEIVED_BYTES,
            NodeMetric.NET_SENT_BYTES,
            NodeMetric.NET_TECHNOLOGY,
            NodeMetric.NET_QUALITY_PCT)) {
      figures.put(metric, new MetricValue.Absent());
    }
    wayOut()
        .ifPresent(name -> {
          Path card = sys.resolve("class/net").resolve(name);
          String kind = kind(name, card);
          figures.put(NodeMetric.NET_KIND, MetricValue.of(kind));
          number(card.resolve("statistics/rx_bytes"))
              .ifPresent(
                  bytes -> figures.put(NodeMetric.NET_RECEIVED_BYTES, MetricValue.of(bytes)));
          number(card.resolve("statistics/tx_bytes"))
              .ifPresent(bytes -> figures.put(NodeMetric.NET_SENT_BYTES, MetricValue.of(bytes)));
          signal(name)
              .ifPresent(level -> figures.put(NodeMetric.NET_SIGNAL_DBM, MetricValue.of(level)));
          if (kind.equals(MOBILE)) {
            figures.putAll(modem.get().figures());
          }
        });
    return figures;
  }

  private Optional<String> wayOut() {
    return lines(proc.resolve("net/route")).stream()
        .map(line -> List.of(line.strip().split("\\s+", -1)))
        .filter(route -> route.size() > METRIC)
        .filter(route -> DEFAULT_DESTINATION.equals(route.get(DESTINATION)))
        .filter(route -> route.get(METRIC).matches("\\d{1,9}"))
        .min(Comparator.comparingInt(route -> Integer.parseInt(route.get(METRIC))))
        .map(route -> route.get(INTERFACE));
  }

  private static String kind(String name, Path card) {
    if (Files.isDirectory(card.resolve("wireless"))) {
      return "wifi";
    }
    return name.startsWith("ww") || name.startsWith("ppp") ? MOBILE : "ethernet";
  }

  private Optional<Integer> signal(String name) {
    return lines(proc.resolve("net/wireless")).stream()
        .map(line -> List.of(line.strip().split("\\s+", -1)))
        .filter(card -> card.size() > LEVEL && card.get(INTERFACE).equals(name + ":"))
        .map(card -> card.get(LEVEL).replaceFirst("\\.$", ""))
        .filter(level -> level.matches("-\\d{1,3}"))
        .map(Integer::valueOf)
        .findFirst();
  }

  private static Optional<Long> number(Path file) {
    return lines(file).stream()
        .map(String::strip)
        .filter(text -> text.matches("\\d{1,18}"))
        .map(Long::valueOf)
        .findFirst();
  }

  private static List<String> lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.toList();
    } catch (IOException | UncheckedIOException _) {
      return List.of(); // reported as a figure that is missing
    }
  }
}
