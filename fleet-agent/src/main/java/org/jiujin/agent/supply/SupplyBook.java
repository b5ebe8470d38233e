package org.jiujin.agent.supply;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jiujin.agent.health.Snapshot;
import org.jiujin.fleet.local.DeviceReport;
import org.jiujin.fleet.local.SupplyReport;
import org.jiujin.fleet.record.RecordBody;

/// Follows what the devices use up: adds to their reports for how many days it lasts, and decides when somebody must bring more. Holds no
/// thread and no clock. For one thread, except [#onto].
///
/// The caller keeps [#bodies] over restarts.
public final class SupplyBook {
  /// More are a mistake of somebody's; those that are not reported any more go first.
  private static final int MOST = 64;

  private static final String KEPT = "supply-use";
  private static final String LOW = "1";

  private final ZoneId zone;
  private final Map<Key, SupplyTrack> tracks = new HashMap<>();
  private volatile Map<String, List<SupplyReport>> told = Map.of();

  private record Key(String device, String kind, String name) {}

  /// @param zone in which days begin
  /// @param kept what [#bodies] gave; anything else in it is passed over
  public SupplyBook(ZoneId zone, List<RecordBody> kept) {
    this.zone = zone;
    kept.forEach(this::restore);
  }

  /// Looks at the devices. A device that is not in the picture, because the app is down, is as it was.
  ///
  /// @return the alarms to be told now
  public List<RecordBody> look(Map<String, DeviceReport> devices, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, zone);
    forget(devices);
    List<RecordBody> news = new ArrayList<>();
    Map<String, List<SupplyReport>> next = new HashMap<>();
    new TreeMap<>(devices)
        .values()
        .forEach(device -> next.put(device.id(), look(device, now, day, news)));
    told = Map.copyOf(next);
    return news;
  }

  /// The picture with what was made of its supplies; may be called from any thread.
  public Snapshot onto(Snapshot picture) {
    Map<String, List<SupplyReport>> now = told;
    Map<String, DeviceReport> devices = new HashMap<>();
    picture
        .devices()
        .forEach((id, device) -> {
          List<SupplyReport> supplies = now.getOrDefault(id, List.of());
          devices.put(id, sameKinds(device, supplies) ? device.with(supplies) : device);
        });
    return new Snapshot(picture.node(), devices, picture.extras());
  }

  /// What is to be told of the supplies of each device, as [#onto] does.
  public Map<String, List<SupplyReport>> told() {
    return told;
  }

  /// What to keep.
  public List<RecordBody> bodies() {
    List<RecordBody> bodies = new ArrayList<>();
    tracks.forEach((key, track) -> {
      if (!track.text().isEmpty()) {
        bodies.add(
            new RecordBody.Other(
                KEPT,
                Map.of(
                    "device", key.device(),
                    "supply", key.kind(),
                    "name", key.name(),
                    "low", track.low() ? LOW : "",
                    "use", track.text())));
      }
    });
    return bodies;
  }

  private List<SupplyReport> look(
      DeviceReport device, Instant now, LocalDate day, List<RecordBody> news) {
    List<SupplyReport> supplies = new ArrayList<>();
    for (SupplyReport supply : device.supplies()) {
      var key = new Key(device.id(), supply.kind().word(), supply.name());
      SupplyTrack track = tracks.get(key);
      if (track == null) {
        if (tracks.size() >= MOST) {
          supplies.add(supply);
          continue;
        }
        track = new SupplyTrack(null, false);
        tracks.put(key, track);
      }
      supplies.add(track.look(supply, now, day));
      alarm(key, track, news);
    }
    return List.copyOf(supplies);
  }

  private static void alarm(Key key, SupplyTrack track, List<RecordBody> news) {
    OptionalInt days = track.daysLeft();
    switch (track.turn()) {
      case LOW ->
          news.add(new RecordBody.SupplyLow(key.device(), key.kind(), key.name(), days.getAsInt()));
      case ENOUGH -> news.add(new RecordBody.SupplyEnough(key.device(), key.kind(), key.name()));
      case NONE -> {
        // as it was
      }
    }
  }

  /// Makes room when it is needed: a printer that was exchanged calls its toner by another name.
  private void forget(Map<String, DeviceReport> devices) {
    if (tracks.size() >= MOST) {
      tracks
          .keySet()
          .removeIf(key -> {
            DeviceReport device = devices.get(key.device());
            return device != null
                && device.supplies().stream()
                    .noneMatch(one ->
                        one.kind().word().equals(key.kind()) && one.name().equals(key.name()));
          });
    }
  }

  private static boolean sameKinds(DeviceReport device, List<SupplyReport> supplies) {
    if (device.supplies().size() != supplies.size()) {
      return false;
    }
    for (int at = 0; at < supplies.size(); at++) {
      SupplyReport one = device.supplies().get(at);
      SupplyReport other = supplies.get(at);
      if (one.kind() != other.kind() || !one.name().equals(other.name())) {
        return false;
      }
    }
    return true;
  }

  private void restore(RecordBody body) {
    if (!(body instanceof RecordBody.Other(var kind, var facts)) || !kind.equals(KEPT)) {
      return;
    }
    try {
      var key =
          new Key(
              facts.getOrDefault("device", ""),
              facts.getOrDefault("supply", ""),
              facts.getOrDefault("name", ""));
      var use = SupplyUse.of(facts.getOrDefault("use", ""));
      tracks.put(key, new SupplyTrack(use, facts.getOrDefault("low", "").equals(LOW)));
    } catch (IllegalArgumentException | java.time.DateTimeException _) {
      // it was damaged, and begins anew
    }
  }
}
