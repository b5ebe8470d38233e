package org.jiujin.agent.health;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;

/// Reads the figures of the machine. What cannot be read is reported as absent, never guessed.
public final class SystemMetrics {
  private static final long MEGABYTE = 1024 * 1024;
  private static final Path MEMORY_FACTS = Path.of("/proc/meminfo");

  private final Path dataDirectory;
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
    return figures;
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
