package org.jiujin.fleet.record;

import java.time.LocalDate;
import java.util.Map;
import org.jiujin.fleet.Mend;

/// What a record tells. Nothing in it is personal: codes, counts and places in the code.
///
/// @since 0.1.0
public sealed interface RecordBody {
  /// A device has a fault that lasts.
  ///
  /// @param device its id in the fleet, `receipt` for example
  /// @param fault the code of the fault
  /// @param mend who can mend it
  record FaultRaised(String device, String fault, Mend mend) implements RecordBody {}

  /// The fault that was raised last for this device is gone.
  record FaultCleared(String device, String fault) implements RecordBody {}

  /// The app ended although nobody wanted it to.
  ///
  /// @param exit its exit code
  /// @param lastWords names of exceptions and places in the code; may be empty
  /// @param times how many such ends this record stands for: when they come too fast, one record tells of several
  record AppEnded(int exit, String lastWords, int times) implements RecordBody {}

  /// The app failed too often and rests; residents see that there is no service.
  record CrashLoop() implements RecordBody {}

  /// The app serves again after a crash loop.
  record CrashLoopOver() implements RecordBody {}

  /// The disk with the terminal's data is nearly full.
  record DiskLow(long freeMegabytes) implements RecordBody {}

  /// The disk has room again.
  record DiskFreed(long freeMegabytes) implements RecordBody {}

  /// Something that a device uses up will end within days.
  ///
  /// @param device its id in the fleet
  /// @param supply one of [org.jiujin.fleet.SupplyKind#word()]
  /// @param name as the device calls it; may be empty
  /// @param days whole days that it lasts, if it is used as lately
  record SupplyLow(String device, String supply, String name, long days) implements RecordBody {}

  /// It was filled up, or is used more slowly.
  record SupplyEnough(String device, String supply, String name) implements RecordBody {}

  /// Another agent takes this terminal's session at the broker again and again: its identity was copied.
  ///
  /// @param times how often, lately
  record CloneSuspected(int times) implements RecordBody {}

  /// The terminal's certificate is about to end, or has ended, and no new one was given.
  ///
  /// @param daysLeft whole days; 0 on the last one and after it
  /// @param reason why there is no new one: a word, `unreachable` for example
  record CertificateEnding(int daysLeft, String reason) implements RecordBody {}

  /// The terminal has a certificate that lasts again, after [CertificateEnding].
  ///
  /// @param daysLeft whole days
  record CertificateRenewed(int daysLeft) implements RecordBody {}

  /// The final counts of one day.
  ///
  /// @param day by the terminal's own time zone
  record DayCounted(LocalDate day, long sessions, long done, long stored, long failed)
      implements RecordBody {}

  /// How far the terminal's audit chain went. The record's time is that of the last entry.
  ///
  /// @param chain its id, 16 hexadecimal digits; empty when there is no journal at all
  /// @param count how many entries the chain has had
  /// @param hash SHA-256 of the last entry, 64 hexadecimal digits; empty when there is none
  /// @param unwritten how many entries the terminal's disk did not take; 0 when all is well
  record AuditHead(String chain, long count, String hash, long unwritten) implements RecordBody {}

  /// The agent began to work.
  ///
  /// @param boot what it reports as `sys/boot_id`
  record AgentStarted(String version, String boot) implements RecordBody {}

  /// The agent stopped in an orderly way.
  record AgentStopped() implements RecordBody {}

  /// The agent gave up a configuration and went back to the last good one.
  ///
  /// @param from the version that was given up; 0 when it could not even be read
  /// @param to the version in force now; 0 for the terminal's own files alone
  /// @param reason a word, `app-ended` for example
  record ConfigurationFellBack(long from, long to, String reason) implements RecordBody {}

  /// A release did not prove itself, and the terminal went back to the one before.
  ///
  /// @param release what it is a release of, `app` for example
  /// @param from the version that was given up
  /// @param to the version that runs now; `shipped` for what came with the machine
  /// @param reason a word, `app-ended` for example
  record UpdateFellBack(String release, String from, String to, String reason)
      implements RecordBody {}

  /// A release proved itself and stays.
  ///
  /// @param release what it is a release of, `app` for example
  record UpdateProved(String release, String version) implements RecordBody {}

  /// A record of a kind that this side does not know: a newer agent wrote it. Kept as it is.
  record Other(String kind, Map<String, String> facts) implements RecordBody {
    public Other {
      facts = Map.copyOf(facts);
    }
  }

  /// The word for the kind, `fault-raised` for example.
  default String kind() {
    return Facts.kind(this);
  }

  /// What it tells, by name; as many as the kind has.
  default Map<String, String> facts() {
    return Facts.of(this);
  }

  /// The body of this kind with these facts; [Other] if the kind is unknown or its facts are not what it needs.
  static RecordBody of(String kind, Map<String, String> facts) {
    return Facts.body(kind, facts);
  }
}
