package org.jiujin.console.ingest;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jiujin.console.ingest.SessionPolicy.Session;
import org.jspecify.annotations.Nullable;

/// What the worker keeps about one terminal while it listens.
final class NodeTrack {
  static final int MOST_DEVICES = 64;

  final Aliases aliases = new Aliases();
  final BootHistory boots = new BootHistory();
  private final Set<String> devices = new HashSet<>();
  private Session session;
  private @Nullable Instant bornAt;

  NodeTrack(Session session) {
    this.session = session;
  }

  SessionPolicy.Verdict hear(SessionPolicy.Input input) {
    SessionPolicy.Step step = SessionPolicy.next(session, input);
    session = step.session();
    return step.verdict();
  }

  void born(Instant now) {
    aliases.clear();
    devices.clear();
    bornAt = now;
  }

  /// Adds a device, unless there are too many already.
  ///
  /// @return whether it is among the devices now
  boolean addDevice(String device) {
    if (devices.size() < MOST_DEVICES) {
      devices.add(device);
    }
    return devices.contains(device);
  }

  void removeDevice(String device) {
    devices.remove(device);
  }

  boolean hasDevice(String device) {
    return devices.contains(device);
  }

  Set<String> devices() {
    return Set.copyOf(devices);
  }

  /// The terminal did not answer.
  void lose() {
    if (session instanceof Session.Remembered(int bdSeq)) {
      session = new Session.Dead(bdSeq);
    }
    bornAt = null;
  }

  /// Whether the devices had time to report since the birth; told once.
  boolean devicesDue(Instant latestBirth) {
    if (bornAt == null || bornAt.isAfter(latestBirth)) {
      return false;
    }
    bornAt = null;
    return session instanceof Session.Alive;
  }
}
