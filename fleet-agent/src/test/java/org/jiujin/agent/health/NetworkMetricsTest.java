package org.jiujin.agent.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With files as Linux writes them.
class NetworkMetricsTest {
  private static final MetricValue ABSENT = new MetricValue.Absent();
  private static final String HEAD =
      "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n";

  @TempDir private Path root;
  private ModemReport modem = ModemReport.NONE;

  @BeforeEach
  void card() throws IOException {
    for (String name : new String[] {"eth0", "wlan0", "wwan0"}) {
      Path statistics = root.resolve("sys/class/net/" + name + "/statistics");
      Files.createDirectories(statistics);
      Files.writeString(statistics.resolve("rx_bytes"), name.length() + "000\n");
      Files.writeString(statistics.resolve("tx_bytes"), "77\n");
    }
    Files.createDirectories(root.resolve("sys/class/net/wlan0/wireless"));
    Files.createDirectories(root.resolve("proc/net"));
    Files.writeString(
        root.resolve("proc/net/wireless"),
        """
        Inter-| sta-|   Quality        |   Discarded packets               | Missed | WE
         face | tus | link level noise |  nwid  crypt   frag  retry   misc | beacon | 22
         wlan0: 0000   54.  -56.  -256        0      0      0      0      9        0
        """);
  }

  @Test
  void readsTheNetworkOfTheDefaultRouteThatIsPreferred() throws IOException {
    routes(
        "wwan0\t00000000\t0\t0003\t0\t0\t700\t00000000\t0\t0\t0",
        "eth0\t00000000\t0\t0003\t0\t0\t100\t00000000\t0\t0\t0",
        "wlan0\t000200C0\t0\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0");
    assertEquals(
        Map.of(
            NodeMetric.NET_KIND,
            MetricValue.of("ethernet"),
            NodeMetric.NET_RECEIVED_BYTES,
            MetricValue.of(4000L),
            NodeMetric.NET_SENT_BYTES,
            MetricValue.of(77L),
            NodeMetric.NET_SIGNAL_DBM,
            ABSENT,
            NodeMetric.NET_TECHNOLOGY,
            ABSENT,
            NodeMetric.NET_QUALITY_PCT,
            ABSENT),
        read());
  }

  @Test
  void tellsTheSignalOfAWirelessNetworkAndKnowsAMobileOne() throws IOException {
    routes("wlan0\t00000000\t0\t0003\t0\t0\t600\t00000000\t0\t0\t0");
    assertEquals(MetricValue.of("wifi"), read().get(NodeMetric.NET_KIND));
    assertEquals(MetricValue.of(-56), read().get(NodeMetric.NET_SIGNAL_DBM));
    routes("wwan0\t00000000\t0\t0003\t0\t0\t600\t00000000\t0\t0\t0");
    assertEquals(MetricValue.of("mobile"), read().get(NodeMetric.NET_KIND));
  }

  @Test
  void tellsWhatTheModemSaysOnlyWhenTheWayOutIsMobile() throws IOException {
    modem =
        ModemReport.of(
            """
            modem.generic.access-technologies.value[1] : lte
            modem.generic.signal-quality.value         : 67
            modem.signal.lte.rsrp                      : -101.00
            """);
    routes("wwan0\t00000000\t0\t0003\t0\t0\t700\t00000000\t0\t0\t0");
    assertEquals(MetricValue.of("lte"), read().get(NodeMetric.NET_TECHNOLOGY));
    assertEquals(MetricValue.of(67), read().get(NodeMetric.NET_QUALITY_PCT));
    assertEquals(MetricValue.of(-101), read().get(NodeMetric.NET_SIGNAL_DBM));
    routes("eth0\t00000000\t0\t0003\t0\t0\t100\t00000000\t0\t0\t0");
    assertEquals(ABSENT, read().get(NodeMetric.NET_QUALITY_PCT));
  }

  @Test
  void saysNothingWithoutAWayOutOrWhereThereAreNoSuchFiles() throws IOException {
    routes();
    read().values().forEach(value -> assertEquals(ABSENT, value));
    var elsewhere = new NetworkMetrics(root.resolve("no"), root.resolve("no"), () -> modem).read();
    assertEquals(6, elsewhere.size());
    elsewhere.values().forEach(value -> assertEquals(ABSENT, value));
  }

  private Map<NodeMetric, MetricValue> read() {
    return new NetworkMetrics(root.resolve("proc"), root.resolve("sys"), () -> modem).read();
  }

  private void routes(String... lines) throws IOException {
    Files.writeString(
        root.resolve("proc/net/route"),
        HEAD + String.join("\n", lines) + (lines.length == 0 ? "" : "\n"));
  }
}
