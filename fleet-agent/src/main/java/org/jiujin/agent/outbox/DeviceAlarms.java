package org.jiujin.agent.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiujin.fleet.DeviceState;
import org.jiujin.fleet.Mend;
import org.jiujin.fleet.local.DeviceReport;
import org.jiujin.fleet.record.RecordBody;

/// Decides which faults of devices are worth a record. Holds no thread and no clock; for one thread.
///
/// A fault counts when it has lasted, and each device has an allowance: one that flaps tells of it a few times and then now and
/// then, and what was told last is right in the end. A fault that the resident mends by trying again is none. A device that is not
/// in the picture, because the app is down, is as it was.
final class DeviceAlarms {
  static final Duration LASTS = Duration.ofSeconds(15);

  /// For a fault that recovers by itself: a device that starts, a service that is restarted.
  static final Duration LASTS_THOUGH_IT_RECOVERS = Duration.ofSeconds(60);

  /// A flapping device fills no more than this of the outbox: two records each time.
  static final int AT_ONCE = 4;

  static final Duration THEN_ONE_EVERY = Duration.ofMinutes(30);

  private static final int MOST_DEVICES = 64;

  private final Map<String, Track> tracks = new HashMap<>();

  /// @param told by device, the faults that were told before the agent was started anew and whose end was not
  DeviceAlarms(Map<String, String> told, Instant now) {
    told.forEach((device, fault) -> tracks.put(device, new Track(fault, now)));
  }

  /// What is to be told now.
  List<RecordBody> look(Map<String, DeviceReport> devices, Instant now) {
    List<RecordBody> news = new ArrayList<>();
    new TreeMap<>(devices)
        .values()
        .forEach(device -> {
          Track track = tracks.get(device.id());
          if (track == null && tracks.size() < MOST_DEVICES) {
            track = new Track("", now);
            tracks.put(device.id(), track);
          }
          if (track != null) {
            track.look(device, now, news);
          }
        });
    return news;
  }

  private static final class Track {
    private final Allowance allowance;
    private String told;
    private String seen;
    private Instant since;

    Track(String told, Instant now) {
      allowance = new Allowance(AT_ONCE, THEN_ONE_EVERY, now);
      this.told = told;
      seen = told;
      since = now;
    }

    void look(DeviceReport device, Instant now, List<RecordBody> news) {
      String fault = faultOf(device);
      if (!fault.equals(seen) || now.isBefore(since)) {
        seen = fault;
        since = now;
      }
      Duration lasts = device.mend() == Mend.RECOVERS ? LASTS_THOUGH_IT_RECOVERS : LASTS;
      if (seen.equals(told) || now.isBefore(since.plus(lasts)) || !allowance.take(now)) {
        return;
      }
      if (!told.isEmpty()) {
        news.add(new RecordBody.FaultCleared(device.id(), told));
      }
      if (!seen.isEmpty()) {
        news.add(new RecordBody.FaultRaised(device.id(), seen, device.mend()));
      }
      told = seen;
    }

    private static String faultOf(DeviceReport device) {
      if (device.state() == DeviceState.READY || device.mend() == Mend.RESIDENT) {
        return "";
      }
      return device.fault().isEmpty() ? device.state().word() : device.fault();
    }
  }
}
