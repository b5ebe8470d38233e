package org.jiujin.kiosk.terminal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Fault;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.DeviceState;
import org.jiujin.fleet.Mend;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.local.DeviceReport;
import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.fleet.usage.MatterUse;
import org.jiujin.fleet.usage.StepUse;
import org.jiujin.fleet.usage.UsageToday;

/// Says how the terminal is, in the words of the fleet. No personal data.
///
/// @param state whether a resident is using the terminal now
/// @param outboxDepth applications that the platform has not acknowledged yet
/// @param usage how residents fared today
public record TerminalReport(
    TerminalDevices devices,
    Supplies supplies,
    Counters counters,
    Supplier<AppState> state,
    IntSupplier outboxDepth,
    Supplier<UsageToday> usage,
    InstantSource time) {

  /// How everything is now. May be called from any thread; never waits for a device.
  public LocalMessage.Report now() {
    Instant at = time.instant();
    Counts counts = counters.counts();
    UsageToday used = usage.get();
    return new LocalMessage.Report(
        List.of(
            metric(NodeMetric.APP_STATE, at, MetricValue.of(state.get().word())),
            metric(NodeMetric.APP_SESSIONS_TODAY, at, MetricValue.of(counts.sessions())),
            metric(NodeMetric.BUSINESS_DONE_TODAY, at, MetricValue.of(counts.done())),
            metric(NodeMetric.BUSINESS_STORED_TODAY, at, MetricValue.of(counts.stored())),
            metric(NodeMetric.BUSINESS_FAILED_TODAY, at, MetricValue.of(counts.failed())),
            metric(NodeMetric.APP_OUTBOX_DEPTH, at, MetricValue.of(outboxDepth.getAsInt())),
            metric(NodeMetric.SVC_STEPS_TODAY, at, StepUse.table(used.steps())),
            metric(NodeMetric.SVC_MATTERS_TODAY, at, MatterUse.table(used.matters()))),
        devices.health().devices().values().stream().map(this::device).toList());
  }

  private static Metric metric(NodeMetric metric, Instant at, MetricValue value) {
    return Metric.named(metric.wireName(), at, value);
  }

  private DeviceReport device(DeviceHealth device) {
    var description = device.description();
    return new DeviceReport(
        description.id(),
        description.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        description.model(),
        description.simulated(),
        state(device.status()),
        device.trouble().map(fault -> fault.code().name()).orElse(""),
        device.mender().map(TerminalReport::mend).orElse(Mend.NOBODY),
        device.status().since(),
        supplies.of(description.id()));
  }

  private static DeviceState state(DeviceStatus status) {
    return switch (status) {
      case DeviceStatus.Ready _ -> DeviceState.READY;
      case DeviceStatus.Degraded _ -> DeviceState.DEGRADED;
      case DeviceStatus.Unavailable _ -> DeviceState.UNAVAILABLE;
    };
  }

  private static Mend mend(Fault.Mender mender) {
    return switch (mender) {
      case RESIDENT -> Mend.RESIDENT;
      case STAFF -> Mend.STAFF;
      case TECHNICIAN -> Mend.TECHNICIAN;
      case RECOVERS -> Mend.RECOVERS;
    };
  }
}
