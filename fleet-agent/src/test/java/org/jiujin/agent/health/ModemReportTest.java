package org.jiujin.agent.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.junit.jupiter.api.Test;

/// With lines as mmcli 1.20 prints them.
class ModemReportTest {
  private static final String MODEM =
      """
      modem.dbus-path                                 : /org/freedesktop/ModemManager1/Modem/0
      modem.generic.model                             : EC20: a colon is in it
      modem.generic.state                             : connected
      modem.generic.access-technologies.length        : 2
      modem.generic.access-technologies.value[1]      : lte
      modem.generic.access-technologies.value[2]      : 5gnr
      modem.generic.signal-quality.value              : 67
      modem.generic.signal-quality.recent             : yes
      """;
  private static final String SIGNAL =
      """
      modem.signal.refresh.rate         : 60
      modem.signal.gsm.rssi             : --
      modem.signal.umts.rscp            : --
      modem.signal.lte.rssi             : -71.00
      modem.signal.lte.rsrp             : -100.49
      modem.signal.5g.rsrp              : --
      """;

  @Test
  void tellsTheNewestTechnologyTheQualityAndTheReferenceSignal() {
    var report = ModemReport.of(MODEM).and(ModemReport.of(SIGNAL));
    assertEquals(
        Map.of(
            NodeMetric.NET_TECHNOLOGY, MetricValue.of("5gnr"),
            NodeMetric.NET_QUALITY_PCT, MetricValue.of(67),
            NodeMetric.NET_SIGNAL_DBM, MetricValue.of(-100)),
        report.figures());
    assertFalse(report.measuresNothing());
  }

  @Test
  void tellsThatNobodyAskedTheModemToMeasure() {
    assertTrue(ModemReport.of("modem.signal.refresh.rate : 0\n").measuresNothing());
    assertFalse(ModemReport.NONE.measuresNothing());
  }

  @Test
  void knowsOldNetworksAndOnesThatAreNewerThanThisProgram() {
    assertEquals(
        Map.of(
            NodeMetric.NET_TECHNOLOGY, MetricValue.of("gsm"),
            NodeMetric.NET_SIGNAL_DBM, MetricValue.of(-89)),
        ModemReport.of(
                "modem.generic.access-technologies.value[1] : gsm\nmodem.signal.gsm.rssi : -89.00\n")
            .figures());
    assertEquals(
        Map.of(NodeMetric.NET_TECHNOLOGY, MetricValue.of("6g")),
        ModemReport.of(
                "modem.generic.access-technologies.value[1] : lte\nmodem.generic.access-technologies.value[2] : 6g\n")
            .figures());
  }

  @Test
  void passesOverWhatIsNoFigure() {
    assertEquals(
        Map.of(),
        ModemReport.of(
                """
                error: couldn't find modem
                modem.generic.access-technologies.value[1] : unknown
                modem.generic.signal-quality.value : 101
                modem.signal.lte.rsrp : -1e9
                modem.signal.5g.rsrp : 12.0
                modem.signal.umts.rscp :
                : -12.0
                """)
            .figures());
  }

  @Test
  void survivesWhateverIsPrinted() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_123);
    for (int round = 0; round < 2000; round++) {
      char[] text = (MODEM + SIGNAL).toCharArray();
      for (int broken = random.nextInt(40); broken > 0; broken--) {
        text[random.nextInt(text.length)] = (char) random.nextInt(0x3000);
      }
      var figures = ModemReport.of(new String(text, 0, random.nextInt(text.length))).figures();
      assertTrue(figures.size() <= 3);
      if (figures.get(NodeMetric.NET_QUALITY_PCT) instanceof MetricValue.Int32(var percent)) {
        assertTrue(percent >= 0 && percent <= 100);
      }
    }
  }
}
