package org.jiujin.console.web;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiujin.console.configuration.Desired;
import org.jiujin.console.record.AuditView;
import org.jiujin.console.terminal.DayCounts;
import org.jiujin.console.terminal.HistoryEntry;
import org.jiujin.console.terminal.TerminalView;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.record.TerminalRecord;
import org.jspecify.annotations.Nullable;

/// The page of one terminal.
record TerminalPage(
    TerminalLine line,
    List<Bar> week,
    List<Measure> measures,
    UsageRows usage,
    List<Event> history,
    List<AlarmLine> alarms,
    AuditPart audit,
    ConfigurationPart configuration,
    UpdatePart updates) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M-d");
  private static final int CHART_HEIGHT = 150;

  /// One day of the chart, in the chart's own units.
  record Bar(String day, long value, int x, int y, int height) {}

  /// One measured value in words.
  record Measure(String name, String value) {}

  /// One line of the history.
  ///
  /// @param look as in [DeviceLine] and [TerminalLine]
  record Event(String time, String age, String subject, String look, String text, String mend) {}

  static TerminalPage of(
      TerminalView terminal,
      List<DayCounts> week,
      List<HistoryEntry> history,
      List<TerminalRecord> alarms,
      Optional<AuditView> audit,
      Optional<Desired> desired,
      Wording wording) {
    return new TerminalPage(
        TerminalLine.of(terminal, wording),
        bars(week),
        measures(terminal.metrics(), wording),
        UsageRows.of(terminal.metrics(), wording),
        history.stream().map(entry -> event(entry, wording)).toList(),
        alarms.stream().map(alarm -> AlarmLine.of(alarm, wording)).toList(),
        AuditPart.of(audit, wording),
        ConfigurationPart.of(desired, terminal.metrics(), wording),
        UpdatePart.of(terminal.metrics(), wording));
  }

  private static List<Bar> bars(List<DayCounts> week) {
    long most = Math.max(1, week.stream().mapToLong(day -> day.counts().done()).max().orElse(1));
    List<Bar> bars = new ArrayList<>();
    for (DayCounts day : week) {
      long value = day.counts().done();
      int height = (int) Math.max(value > 0 ? 3 : 1, value * CHART_HEIGHT / most);
      bars.add(
          new Bar(
              DAY.format(day.day()),
              value,
              12 + bars.size() * 52,
              CHART_HEIGHT + 22 - height,
              height));
    }
    return bars;
  }

  private static List<Measure> measures(Map<String, Object> metrics, Wording wording) {
    List<Measure> measures = new ArrayList<>();
    add(measures, wording, "cpu", metrics.get(NodeMetric.SYS_CPU_LOAD.wireName()), 100);
    add(measures, wording, "memory-used", metrics.get(NodeMetric.SYS_MEM_USED_MB.wireName()), 1);
    add(measures, wording, "memory-total", metrics.get(NodeMetric.SYS_MEM_TOTAL_MB.wireName()), 1);
    add(
        measures,
        wording,
        "disk-free",
        metrics.get(NodeMetric.SYS_DISK_FREE_MB.wireName()),
        1 / 1024.0);
    add(
        measures,
        wording,
        "agent-uptime",
        metrics.get(NodeMetric.SYS_AGENT_UPTIME_S.wireName()),
        1 / 60.0);
    add(
        measures,
        wording,
        "certificate",
        metrics.get(NodeMetric.FLEET_CERTIFICATE_DAYS_LEFT.wireName()),
        1);
    add(measures, wording, "connects", metrics.get(NodeMetric.NET_CONNECTS.wireName()), 1);
    add(measures, wording, "app-restarts", metrics.get(NodeMetric.APP_RESTARTS.wireName()), 1);
    add(measures, wording, "app-memory", metrics.get(NodeMetric.APP_MEMORY_MB.wireName()), 1);
    if (metrics.get(NodeMetric.NET_TECHNOLOGY.wireName()) instanceof String technology) {
      measures.add(new Measure(wording.text("measure.network"), technology));
    }
    add(measures, wording, "quality", metrics.get(NodeMetric.NET_QUALITY_PCT.wireName()), 1);
    add(measures, wording, "signal", metrics.get(NodeMetric.NET_SIGNAL_DBM.wireName()), 1);
    if (metrics.get(NodeMetric.APP_LAST_END.wireName()) instanceof String end && !end.isEmpty()) {
      measures.add(new Measure(wording.text("measure.app-last-end"), end));
    }
    return measures;
  }

  private static void add(
      List<Measure> measures, Wording wording, String key, @Nullable Object value, double factor) {
    if (value instanceof Number number) {
      measures.add(
          new Measure(
              wording.text("measure." + key),
              wording.text(
                  "measure." + key + ".value", Math.round(number.doubleValue() * factor))));
    }
  }

  private static Event event(HistoryEntry entry, Wording wording) {
    String time = wording.time(entry.at());
    String age = wording.age(entry.at());
    return switch (entry) {
      case HistoryEntry.TerminalTurned turned -> {
        String look = ApiTerminal.word(turned.after());
        String state = wording.state(turned.after());
        String text =
            TerminalLine.APP_TROUBLE.contains(turned.appState()) && look.equals("degraded")
                ? wording.text("history.degraded", state, wording.appState(turned.appState()))
                : state;
        yield new Event(time, age, wording.text("history.terminal"), look, text, "");
      }
      case HistoryEntry.DeviceTurned turned ->
          new Event(
              time,
              age,
              wording.device(turned.device()),
              turned.state(),
              wording.condition(turned.state(), turned.fault()),
              wording.mend(turned.mend()));
    };
  }
}
