package org.jiujin.agent.outbox;

import org.jiujin.fleet.record.RecordBody;

/// How much is lost with a record, least first: in this order records go when there is no more room, the oldest of a kind
/// first.
enum Worth {
  /// When the agent came and went, and what proved itself: births and figures told most of it.
  NEWS,
  /// The counts of a day: they were in the live picture during that day, and are statistics.
  COUNTS,
  /// What an operator has to act on, or would have had to.
  ALARM,
  /// Heads of the audit chain: a gap in them cannot be told from somebody's doing.
  AUDIT;

  static Worth of(RecordBody body) {
    return switch (body) {
      case RecordBody.AgentStarted _, RecordBody.AgentStopped _, RecordBody.UpdateProved _ -> NEWS;
      case RecordBody.DayCounted _ -> COUNTS;
      case RecordBody.FaultRaised _,
          RecordBody.FaultCleared _,
          RecordBody.AppEnded _,
          RecordBody.CrashLoop _,
          RecordBody.CrashLoopOver _,
          RecordBody.DiskLow _,
          RecordBody.DiskFreed _,
          RecordBody.CloneSuspected _,
          RecordBody.ConfigurationFellBack _,
          RecordBody.UpdateFellBack _,
          RecordBody.SupplyLow _,
          RecordBody.SupplyEnough _,
          RecordBody.CertificateEnding _,
          RecordBody.CertificateRenewed _,
          RecordBody.Other _ ->
          ALARM;
      case RecordBody.AuditHead _ -> AUDIT;
    };
  }
}
