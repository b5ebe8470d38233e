package org.jiujin.console.configuration;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides when a terminal is told again what is wanted of it, and how many are told at once. Holds no clock; for one thread.
final class Attempts {
  private final Duration first;
  private final Duration longest;
  private final int perSecond;
  private final Map<String, Attempt> open = new HashMap<>();
  private Instant second = Instant.EPOCH;
  private int inSecond;

  Attempts(Duration first, Duration longest, int perSecond) {
    this.first = first;
    this.longest = longest;
    this.perSecond = perSecond;
  }

  private record Attempt(long version, String command, int times, Instant againAt) {}

  /// Whether this version may be sent to this terminal now.
  boolean may(String terminal, long version, Instant now) {
    Attempt before = open.get(terminal);
    return (before == null || before.version() != version || !now.isBefore(before.againAt()))
        && free(now);
  }

  /// Whether this version was sent to this terminal and its answer is waited for.
  boolean isOpen(String terminal, long version) {
    return Optional.ofNullable(open.get(terminal))
        .filter(one -> one.version() == version)
        .isPresent();
  }

  /// It is sent now, in this command.
  void sent(String terminal, long version, String command, Instant now) {
    Attempt before = open.get(terminal);
    int times = before == null || before.version() != version ? 1 : before.times() + 1;
    open.put(terminal, new Attempt(version, command, times, now.plus(wait(times))));
    inSecond++;
  }

  /// The version that this command carried, if it was the last one for this terminal.
  Optional<Long> versionIn(String terminal, String command) {
    return Optional.ofNullable(open.get(terminal))
        .filter(attempt -> attempt.command().equals(command))
        .map(Attempt::version);
  }

  /// Nothing is to be sent to this terminal any more.
  void settled(String terminal) {
    open.remove(terminal);
  }

  /// The terminals that are due again.
  List<String> due(Instant now) {
    return open.entrySet().stream()
        .filter(entry -> !now.isBefore(entry.getValue().againAt()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private boolean free(Instant now) {
    if (!now.isBefore(second.plusSeconds(1)) || now.isBefore(second)) {
      second = now;
      inSecond = 0;
    }
    return inSecond < perSecond;
  }

  private Duration wait(int times) {
    Duration grown = first.multipliedBy(1L << Math.min(times - 1, 20));
    return grown.compareTo(longest) < 0 ? grown : longest;
  }
}
