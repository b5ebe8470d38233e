package org.jiujin.console.web;

import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.record.TerminalRecord;
import org.jiujin.fleet.update.UpdateSummary;

/// One alarm that a terminal told, in words.
///
/// @param look the look of its mark: `degraded` for what is to be seen to, `online` for what is over
/// @param detail more for a technician, or who can mend it; may be empty
record AlarmLine(String time, String age, String look, String text, String detail) {
  static AlarmLine of(TerminalRecord told, Wording wording) {
    String time = wording.time(told.at());
    String age = wording.age(told.at());
    RecordBody body = told.body();
    boolean over =
        body instanceof RecordBody.FaultCleared
            || body instanceof RecordBody.CrashLoopOver
            || body instanceof RecordBody.DiskFreed
            || body instanceof RecordBody.SupplyEnough
            || body instanceof RecordBody.CertificateRenewed
            || body instanceof RecordBody.UpdateProved;
    return new AlarmLine(
        time, age, over ? "online" : "degraded", text(body, wording), detail(body, wording));
  }

  private static String text(RecordBody body, Wording wording) {
    return switch (body) {
      case RecordBody.FaultRaised(var device, var fault, _) ->
          wording.text("alarm.fault-raised", wording.device(device), wording.fault(fault));
      case RecordBody.FaultCleared(var device, var fault) ->
          wording.text("alarm.fault-cleared", wording.device(device), wording.fault(fault));
      case RecordBody.AppEnded(var exit, _, var times) ->
          wording.text("alarm.app-ended", String.valueOf(exit), times);
      case RecordBody.DiskLow(var free) -> wording.text("alarm.disk-low", free);
      case RecordBody.DiskFreed(var free) -> wording.text("alarm.disk-freed", free);
      case RecordBody.SupplyLow(var device, var supply, var name, var days) ->
          wording.text(
              "alarm.supply-low", wording.device(device), wording.supply(supply, name), days);
      case RecordBody.SupplyEnough(var device, var supply, var name) ->
          wording.text("alarm.supply-enough", wording.device(device), wording.supply(supply, name));
      case RecordBody.CloneSuspected(var times) -> wording.text("alarm.clone", times);
      case RecordBody.ConfigurationFellBack(var from, var to, _) ->
          wording.text("alarm.configuration-fell-back", String.valueOf(from), String.valueOf(to));
      case RecordBody.CertificateEnding(var days, _) when days > 0 ->
          wording.text("alarm.certificate-ending", days);
      case RecordBody.CertificateEnding _ -> wording.text("alarm.certificate-ended");
      case RecordBody.CertificateRenewed(var days) ->
          wording.text("alarm.certificate-renewed", days);
      case RecordBody.CrashLoop _, RecordBody.CrashLoopOver _ ->
          wording.text("alarm." + body.kind());
      case RecordBody.UpdateFellBack(var release, var from, var to, _)
          when to.equals(UpdateSummary.SHIPPED) ->
          wording.text("alarm.update-fell-back.shipped", wording.release(release), from);
      case RecordBody.UpdateFellBack(var release, var from, var to, _) ->
          wording.text("alarm.update-fell-back", wording.release(release), from, to);
      case RecordBody.UpdateProved(var release, var version) ->
          wording.text("alarm.update-proved", wording.release(release), version);
      case RecordBody.DayCounted _,
          RecordBody.AuditHead _,
          RecordBody.AgentStarted _,
          RecordBody.AgentStopped _,
          RecordBody.Other _ ->
          body.kind();
    };
  }

  private static String detail(RecordBody body, Wording wording) {
    return switch (body) {
      case RecordBody.FaultRaised(_, _, var mend) -> wording.mend(mend.word());
      case RecordBody.AppEnded(_, var lastWords, _) -> lastWords;
      case RecordBody.CloneSuspected _ -> wording.text("alarm.clone.hint");
      case RecordBody.ConfigurationFellBack(_, _, var reason) -> wording.drift(reason);
      case RecordBody.UpdateFellBack(_, _, _, var reason) -> wording.updateReason(reason);
      case RecordBody.CertificateEnding(_, var reason) ->
          wording.text("alarm.certificate.hint", reason);
      default -> "";
    };
  }
}
