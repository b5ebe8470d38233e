package org.jiujin.agent.supervise;

import org.jiujin.fleet.AppState;
import org.jiujin.fleet.local.LocalMessage;

/// Hears how the app is. Called on the supervisor's thread; must not wait.
public interface AppWatch {
  /// The app changed its state as the agent sees it.
  void appIs(AppState state);

  /// The app reports.
  void appReports(LocalMessage.Report report);

  /// A process was started, or is gone.
  ///
  /// @param pid 0 when there is none
  /// @param restarts how often the app was started, not counting the first time
  void processIs(long pid, int restarts);

  /// The app's process ended by itself or was ended.
  ///
  /// @param exit its exit code; 128 and the signal's number when a signal ended it
  /// @param lastWords names of exceptions and places in the code, never more; empty when it said nothing
  void processEnded(int exit, String lastWords);

  /// The app ended although nobody wanted it to, did not answer, or could not be started.
  default void appFailed() {}

  /// The app had grown too large and is being started anew.
  default void appOutgrew() {}

  /// What the app takes of the memory.
  void processWeighs(long megabytes);

  /// The app says which version it is.
  void versionIs(String version);

  /// An app has begun to talk and can be given orders.
  default void appGreets() {}

  /// The app carried out an order, or could not.
  default void orderDone(LocalMessage.OrderDone done) {}

  /// The app put settings in force, or could not.
  default void settingsTaken(LocalMessage.SettingsTaken taken) {}

  /// The app's audit journal went so far.
  default void auditHead(LocalMessage.AuditHead head) {}
}
