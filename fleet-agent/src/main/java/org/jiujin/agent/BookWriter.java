package org.jiujin.agent;

import java.util.Map;
import org.jiujin.agent.health.HealthBook;
import org.jiujin.agent.outbox.Recorder;
import org.jiujin.agent.supervise.AppWatch;
import org.jiujin.agent.update.Updates;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.local.LocalMessage;

/// Writes down what the supervisor sees: in the book how it is, in the records what must not be lost. Commands,
/// configuration and updates hear of the app too.
record BookWriter(HealthBook book, Recorder recorder, Wiring wiring) implements AppWatch {
  @Override
  public void appGreets() {
    wiring.appGreets();
  }

  @Override
  public void orderDone(LocalMessage.OrderDone done) {
    wiring.withCommands(commands -> commands.orderDone(done));
  }

  @Override
  public void settingsTaken(LocalMessage.SettingsTaken taken) {
    wiring.withConfigurations(configurations -> configurations.appTook(taken));
  }

  @Override
  public void auditHead(LocalMessage.AuditHead head) {
    recorder.auditHead(head);
  }

  @Override
  public void appIs(AppState state) {
    book.appIs(state);
    recorder.appIs(state);
    wiring.withConfigurations(configurations -> configurations.appIs(state));
    if (state == AppState.CRASH_LOOP) {
      wiring.withUpdates(Updates::appRests);
    }
  }

  @Override
  public void appReports(LocalMessage.Report report) {
    book.appReports(report);
  }

  @Override
  public void processIs(long pid, int restarts) {
    book.put(
        Map.of(
            NodeMetric.APP_PID, MetricValue.of(pid),
            NodeMetric.APP_RESTARTS, MetricValue.of(restarts)));
  }

  @Override
  public void processEnded(int exit, String lastWords) {
    book.put(Map.of(NodeMetric.APP_LAST_END, MetricValue.of((exit + " " + lastWords).strip())));
    recorder.appEnded(exit, lastWords);
    wiring.withConfigurations(configurations -> configurations.appEnded(exit));
  }

  @Override
  public void appFailed() {
    wiring.withUpdates(Updates::appFailed);
  }

  @Override
  public void appOutgrew() {
    wiring.withUpdates(Updates::appOutgrew);
  }

  @Override
  public void processWeighs(long megabytes) {
    book.put(Map.of(NodeMetric.APP_MEMORY_MB, MetricValue.of(megabytes)));
  }

  @Override
  public void versionIs(String version) {
    book.put(Map.of(NodeMetric.APP_VERSION, MetricValue.of(version)));
  }
}
