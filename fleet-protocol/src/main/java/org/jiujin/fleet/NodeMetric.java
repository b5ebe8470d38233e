package org.jiujin.fleet;

import java.util.Arrays;
import java.util.Optional;

/// What a terminal reports about itself.
///
/// The unit is in the name; counts of a day start again at local midnight.
///
/// @since 0.1.0
public enum NodeMetric {
  /// One of [AppState#word()].
  APP_STATE("app/state", DataType.STRING),
  APP_VERSION("app/version", DataType.STRING),
  /// 0 when there is none.
  APP_PID("app/pid", DataType.INT64),
  /// Restarts of the app by the agent since the agent started, not counting the first start.
  APP_RESTARTS("app/restarts", DataType.INT32),
  APP_SESSIONS_TODAY("app/sessions_today", DataType.INT32),
  /// Applications stored on the terminal that the platform has not acknowledged yet.
  APP_OUTBOX_DEPTH("app/outbox_depth", DataType.INT32),
  BUSINESS_DONE_TODAY("svc/business_done_today", DataType.INT32),
  BUSINESS_STORED_TODAY("svc/business_stored_today", DataType.INT32),
  BUSINESS_FAILED_TODAY("svc/business_failed_today", DataType.INT32),
  /// 0…1, of the whole machine.
  SYS_CPU_LOAD("sys/cpu_load", DataType.DOUBLE),
  SYS_MEM_USED_MB("sys/mem_used_mb", DataType.INT64),
  SYS_MEM_TOTAL_MB("sys/mem_total_mb", DataType.INT64),
  /// Where the terminal keeps its data.
  SYS_DISK_FREE_MB("sys/disk_free_mb", DataType.INT64),
  /// Of the agent process.
  SYS_AGENT_UPTIME_S("sys/agent_uptime_s", DataType.INT64),
  SYS_AGENT_VERSION("sys/agent_version", DataType.STRING),
  /// How often the agent connected to the broker since it started.
  NET_CONNECTS("net/connects", DataType.INT32),
  /// The app's process.
  APP_MEMORY_MB("app/memory_mb", DataType.INT64),
  /// How the app ended last: its exit code, and names of exceptions and places in the code. Never anything personal.
  APP_LAST_END("app/last_end", DataType.STRING),
  /// The hottest part that tells.
  SYS_TEMP_C("sys/temp_c", DataType.DOUBLE),
  /// Of the machine.
  SYS_UPTIME_S("sys/uptime_s", DataType.INT64),
  /// What the way to the province goes over: `ethernet`, `wifi` or `mobile`.
  NET_KIND("net/kind", DataType.STRING),
  /// Of a wireless network: of Wi-Fi the whole power (RSSI), of a mobile one the reference signal's (RSRP of 5G and LTE, RSCP of UMTS),
  /// which is about 20 dB less, and of GSM the RSSI.
  NET_SIGNAL_DBM("net/signal_dbm", DataType.INT32),
  /// Since the machine started, over the network that [#NET_KIND] speaks of.
  NET_RECEIVED_BYTES("net/received_bytes", DataType.INT64),
  NET_SENT_BYTES("net/sent_bytes", DataType.INT64),
  /// A signed command, written by the host; see [org.jiujin.fleet.command.SignedCommand].
  CMD_RUN("Cmd/Run", DataType.BYTES, true),
  /// What became of a command; see [org.jiujin.fleet.command.CommandResult].
  CMD_RESULT("Cmd/Result", DataType.BYTES, true),
  /// A record that must not be lost, always historical; see [org.jiujin.fleet.record.TerminalRecord].
  OUTBOX_RECORD("outbox/record", DataType.BYTES, true),
  /// Written by the host: it has every record up to and with this sequence number.
  OUTBOX_ACK("outbox/ack", DataType.INT64, true),
  /// Records that the host has not acknowledged.
  OUTBOX_DEPTH("outbox/depth", DataType.INT32),
  /// Records that were lost since the agent started, for lack of room or because they were damaged.
  OUTBOX_DROPPED("outbox/dropped", DataType.INT64),
  /// Whether every record is on the disk. False while the disk is full or refuses: then they are in memory.
  OUTBOX_DURABLE("outbox/durable", DataType.BOOLEAN),
  /// Another one at every start of the agent. One that comes back after another was there tells of two agents at a time.
  SYS_BOOT_ID("sys/boot_id", DataType.STRING),
  /// How often another client with this terminal's identity took its session at the broker, since the agent started.
  NET_TAKE_OVERS("net/take_overs", DataType.INT32),
  /// Whether the operator has taken the terminal out of service.
  APP_OUT_OF_SERVICE("app/out_of_service", DataType.BOOLEAN),
  /// A table of [org.jiujin.fleet.usage.StepUse]: how long residents stayed at each step today, and how many left there.
  SVC_STEPS_TODAY("svc/steps_today", DataType.DATA_SET),
  /// A table of [org.jiujin.fleet.usage.MatterUse]: what became of each matter today.
  SVC_MATTERS_TODAY("svc/matters_today", DataType.DATA_SET),
  /// Over what a mobile network works, in ModemManager's words: `lte`, `5gnr`, `umts` …; of several the newest.
  NET_TECHNOLOGY("net/technology", DataType.STRING),
  /// How good a mobile network is, 0…100, as ModemManager judges.
  NET_QUALITY_PCT("net/quality_pct", DataType.INT32),
  /// Of the [org.jiujin.fleet.configuration.Configuration] in force; 0 when the terminal's own files count alone.
  FLEET_CONFIG_VERSION("fleet/config_version", DataType.INT64),
  /// Of the values in force, [org.jiujin.fleet.configuration.Effective#digest()]; empty when there are none.
  FLEET_CONFIG_DIGEST("fleet/config_digest", DataType.STRING),
  /// What of the configuration is not in force and why: `place.name=waits voice.volume=unknown`. Names and words, never values; empty
  /// when all is.
  FLEET_CONFIG_DRIFT("fleet/config_drift", DataType.STRING),
  /// Of the [org.jiujin.fleet.update.Direction] that counts; 0 when there is none yet.
  FLEET_UPDATE_DIRECTION("fleet/update_direction", DataType.INT64),
  /// Where the releases stand, [org.jiujin.fleet.update.UpdateSummary#text()].
  FLEET_UPDATE_STATE("fleet/update_state", DataType.STRING),
  /// Whole days until the terminal's certificate ends; negative after that. Absent without enrolment.
  FLEET_CERTIFICATE_DAYS_LEFT("fleet/certificate_days_left", DataType.INT32);

  private final String wireName;
  private final DataType type;
  private final boolean message;

  NodeMetric(String wireName, DataType type) {
    this(wireName, type, false);
  }

  NodeMetric(String wireName, DataType type, boolean message) {
    this.wireName = wireName;
    this.type = type;
    this.message = message;
  }

  /// The name on the wire.
  public String wireName() {
    return wireName;
  }

  /// The datatype in the birth.
  public DataType type() {
    return type;
  }

  /// Whether this is a message that rides in a metric. Such a metric tells no state: it is null in births, and a report
  /// leaves it out.
  public boolean isMessage() {
    return message;
  }

  /// The metric with this name on the wire.
  public static Optional<NodeMetric> of(String wireName) {
    return Arrays.stream(values()).filter(one -> one.wireName.equals(wireName)).findFirst();
  }
}
