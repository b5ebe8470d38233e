package org.jiujin.agent.health;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;

/// Reads the figures of the machine. What cannot be read is reported as absent, never guessed.
public final class SystemMetrics {
  private static final long MEGABYTE = 1024 * 1024;
  private static final Path MEMORY_FACTS = Path.of("/proc/meminfo");
  private static final Path UPTIME = Path.of("/proc/uptime");
  private static final Path THERMAL = Path.of("/sys/class/thermal");

  private final Path dataDirectory;
  private final NetworkMetrics network =
      new NetworkMetrics(Path.of("/proc"), Path.of("/sys"), new Modem(Modem.PROGRAM)::report);
  private final OperatingSystemMXBean machine =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /// @param dataDirectory the disk of this directory is looked at
  public SystemMetrics(Path dataDirectory) {
    this.dataDirectory = dataDirectory;
  }

  /// Reads everything; takes a few milliseconds.
  public Map<NodeMetric, MetricValue> read() {
    Map<NodeMetric, MetricValue> figures = new EnumMap<>(NodeMetric.class);
    figures.put(NodeMetric.SYS_CPU_LOAD, cpuLoad());
    long total = machine.getTotalMemorySize();
    long available = availableMemory().orElseGet(machine::getFreeMemorySize);
    figures.put(NodeMetric.SYS_MEM_TOTAL_MB, MetricValue.of(total / MEGABYTE));
    figures.put(NodeMetric.SYS_MEM_USED_MB, MetricValue.of((total - available) / MEGABYTE));
    figures.put(NodeMetric.SYS_DISK_FREE_MB, diskFree());
    figures.put(
        NodeMetric.SYS_AGENT_UPTIME_S,
        MetricValue.of(ManagementFactory.getRuntimeMXBean().getUptime() / 1000));
    figures.put(NodeMetric.SYS_UPTIME_S, uptime());
    figures.put(NodeMetric.SYS_TEMP_C, temperature());
    figures.putAll(network.read());
    return figures;
  }

  private static MetricValue uptime() {
    try {
      String seconds = Files.readString(UPTIME).replaceFirst("\\..*\\s*$", "");
      return MetricValue.of(Long.parseLong(seconds.strip()));
    } catch (IOException | NumberFormatException _) {
      return new MetricValue.Absent();
    }
  }

  private static MetricValue temperature() {
    try (Stream<Path> zones = Files.list(THERMAL)) {
      OptionalLong hottest =
          zones
              .map(zone -> zone.resolve("temp"))
              .filter(Files::isReadable)
              .flatMapToLong(SystemMetrics::milliDegrees)
              .max();
      return hottest.isPresent()
          ? MetricValue.of(hottest.getAsLong() / 1000.0)
          : new MetricValue.Absent();
    } catch (IOException _) {
      return new MetricValue.Absent();
    }
  }

  private static LongStream milliDegrees(Path file) {
    try {
      return LongStream.of(Long.parseLong(Files.readString(file).strip()));
    } catch (IOException | NumberFormatException _) {
      return LongStream.empty(); // a sensor that is switched off refuses to be read
    }
  }

  private MetricValue cpuLoad() {
    double load = machine.getCpuLoad(); // negative or NaN until the JVM has two samples
    return load >= 0 ? MetricValue.of(Math.round(load * 1000) / 1000.0) : new MetricValue.Absent();
  }

  /// What Linux could give to a program at once. "Free" alone counts the file cache as used.
  private static OptionalLong availableMemory() {
    if (!Files.isReadable(MEMORY_FACTS)) {
      return OptionalLong.empty();
    }
    try (Stream<String> lines = Files.lines(MEMORY_FACTS)) {
      return lines
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst();
    } catch (IOException _) {
      return OptionalLong.empty(); // the caller has a second source
    }
  }

  private MetricValue diskFree() {
    try {
      return MetricValue.of(Files.getFileStore(dataDirectory).getUsableSpace() / MEGABYTE);
    } catch (IOException _) {
      return new MetricValue.Absent(); // said so to the console, as a figure that is missing
    }
  }
}
