package org.jiujin.fleet.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jiujin.fleet.Mend;

/// Turns bodies of records into named texts and back.
final class Facts {
  private Facts() {}

  static String kind(RecordBody body) {
    return switch (body) {
      case RecordBody.FaultRaised _ -> "fault-raised";
      case RecordBody.FaultCleared _ -> "fault-cleared";
      case RecordBody.AppEnded _ -> "app-ended";
      case RecordBody.CrashLoop _ -> "crash-loop";
      case RecordBody.CrashLoopOver _ -> "crash-loop-over";
      case RecordBody.DiskLow _ -> "disk-low";
      case RecordBody.DiskFreed _ -> "disk-freed";
      case RecordBody.SupplyLow _ -> "supply-low";
      case RecordBody.SupplyEnough _ -> "supply-enough";
      case RecordBody.CloneSuspected _ -> "clone";
      case RecordBody.CertificateEnding _ -> "certificate-ending";
      case RecordBody.CertificateRenewed _ -> "certificate-renewed";
      case RecordBody.DayCounted _ -> "day-counted";
      case RecordBody.AuditHead _ -> "audit-head";
      case RecordBody.AgentStarted _ -> "agent-started";
      case RecordBody.AgentStopped _ -> "agent-stopped";
      case RecordBody.ConfigurationFellBack _ -> "configuration-fell-back";
      case RecordBody.UpdateFellBack _ -> "update-fell-back";
      case RecordBody.UpdateProved _ -> "update-proved";
      case RecordBody.Other other -> other.kind();
    };
  }

  static Map<String, String> of(RecordBody body) {
    return switch (body) {
      case RecordBody.FaultRaised(var device, var fault, var mend) ->
          Map.of("device", device, "fault", fault, "mend", mend.word());
      case RecordBody.FaultCleared(var device, var fault) ->
          Map.of("device", device, "fault", fault);
      case RecordBody.AppEnded(var exit, var words, var times) ->
          Map.of("exit", text(exit), "last_words", words, "times", text(times));
      case RecordBody.DiskLow(var free) -> Map.of("free_mb", text(free));
      case RecordBody.DiskFreed(var free) -> Map.of("free_mb", text(free));
      case RecordBody.SupplyLow(var device, var supply, var name, var days) ->
          Map.of("device", device, "supply", supply, "name", name, "days", text(days));
      case RecordBody.SupplyEnough(var device, var supply, var name) ->
          Map.of("device", device, "supply", supply, "name", name);
      case RecordBody.CloneSuspected(var times) -> Map.of("times", text(times));
      case RecordBody.CertificateEnding(var days, var reason) ->
          Map.of("days_left", text(days), "reason", reason);
      case RecordBody.CertificateRenewed(var days) -> Map.of("days_left", text(days));
      case RecordBody.DayCounted day -> counts(day);
      case RecordBody.AuditHead(var chain, var count, var hash, var unwritten) ->
          Map.of("chain", chain, "count", text(count), "hash", hash, "unwritten", text(unwritten));
      case RecordBody.AgentStarted(var version, var boot) ->
          Map.of("version", version, "boot", boot);
      case RecordBody.ConfigurationFellBack(var from, var to, var reason) ->
          Map.of("from", text(from), "to", text(to), "reason", reason);
      case RecordBody.UpdateFellBack(var release, var from, var to, var reason) ->
          Map.of("release", release, "from", from, "to", to, "reason", reason);
      case RecordBody.UpdateProved(var release, var version) ->
          Map.of("release", release, "version", version);
      case RecordBody.CrashLoop _, RecordBody.CrashLoopOver _, RecordBody.AgentStopped _ ->
          Map.of();
      case RecordBody.Other other -> other.facts();
    };
  }

  static RecordBody body(String kind, Map<String, String> facts) {
    try {
      RecordBody known = known(kind, new Reading(facts));
      return of(known).equals(facts) ? known : new RecordBody.Other(kind, facts);
    } catch (DateTimeException | IllegalArgumentException _) {
      return new RecordBody.Other(kind, facts); // kept and shown, whatever it is
    }
  }

  private static RecordBody known(String kind, Reading facts) {
    return switch (kind) {
      case "fault-raised" ->
          new RecordBody.FaultRaised(facts.text("device"), facts.text("fault"), facts.mend());
      case "fault-cleared" ->
          new RecordBody.FaultCleared(facts.text("device"), facts.text("fault"));
      case "app-ended" ->
          new RecordBody.AppEnded(
              facts.small("exit"), facts.text("last_words"), facts.small("times"));
      case "crash-loop" -> new RecordBody.CrashLoop();
      case "crash-loop-over" -> new RecordBody.CrashLoopOver();
      case "disk-low" -> new RecordBody.DiskLow(facts.count("free_mb"));
      case "disk-freed" -> new RecordBody.DiskFreed(facts.count("free_mb"));
      case "supply-low" ->
          new RecordBody.SupplyLow(
              facts.text("device"), facts.text("supply"), facts.text("name"), facts.count("days"));
      case "supply-enough" ->
          new RecordBody.SupplyEnough(
              facts.text("device"), facts.text("supply"), facts.text("name"));
      case "clone" -> new RecordBody.CloneSuspected(facts.small("times"));
      case "certificate-ending" ->
          new RecordBody.CertificateEnding(facts.small("days_left"), facts.text("reason"));
      case "certificate-renewed" -> new RecordBody.CertificateRenewed(facts.small("days_left"));
      case "day-counted" ->
          new RecordBody.DayCounted(
              facts.day(),
              facts.count("sessions"),
              facts.count("done"),
              facts.count("stored"),
              facts.count("failed"));
      case "audit-head" ->
          new RecordBody.AuditHead(
              facts.text("chain"),
              facts.count("count"),
              facts.text("hash"),
              facts.count("unwritten"));
      case "agent-started" ->
          new RecordBody.AgentStarted(facts.text("version"), facts.text("boot"));
      case "agent-stopped" -> new RecordBody.AgentStopped();
      case "configuration-fell-back" ->
          new RecordBody.ConfigurationFellBack(
              facts.count("from"), facts.count("to"), facts.text("reason"));
      case "update-fell-back" ->
          new RecordBody.UpdateFellBack(
              facts.text("release"), facts.text("from"), facts.text("to"), facts.text("reason"));
      case "update-proved" ->
          new RecordBody.UpdateProved(facts.text("release"), facts.text("version"));
      default -> new RecordBody.Other(kind, facts.all());
    };
  }

  private static Map<String, String> counts(RecordBody.DayCounted counted) {
    return Map.of(
        "day", counted.day().toString(),
        "sessions", text(counted.sessions()),
        "done", text(counted.done()),
        "stored", text(counted.stored()),
        "failed", text(counted.failed()));
  }

  private static String text(long number) {
    return Long.toString(number);
  }

  /// Facts as they came; what a kind needs and does not find is an `IllegalArgumentException` that ends in [#body].
  private record Reading(Map<String, String> all) {
    String text(String name) {
      String text = all.get(name);
      if (text == null) {
        throw new IllegalArgumentException("no fact " + name);
      }
      return text;
    }

    long count(String name) {
      long number = Long.parseLong(text(name));
      if (number < 0) {
        throw new IllegalArgumentException(name + " is negative");
      }
      return number;
    }

    int small(String name) {
      return Integer.parseInt(text(name));
    }

    LocalDate day() {
      LocalDate day = LocalDate.parse(text("day"));
      if (day.getYear() < 1970 || day.getYear() > 9999) {
        throw new IllegalArgumentException("no day of ours");
      }
      return day;
    }

    Mend mend() {
      return Mend.of(text("mend"))
          .orElseThrow(() -> new IllegalArgumentException("no such word for mend"));
    }
  }
}
