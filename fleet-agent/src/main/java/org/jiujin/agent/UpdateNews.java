package org.jiujin.agent;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiujin.agent.health.HealthBook;
import org.jiujin.agent.outbox.Recorder;
import org.jiujin.agent.update.UpdateWatch;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.DeviceState;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.local.DeviceReport;
import org.jiujin.fleet.record.RecordBody;

/// What updates know of the terminal, and where their news goes: into the book, into the records, to the supervisor.
///
/// @param leave ends this process in such a way that it is started again; returns at once
record UpdateNews(HealthBook book, Recorder recorder, Wiring wiring, Runnable leave)
    implements UpdateWatch {
  @Override
  public AppState appState() {
    return book.appState();
  }

  @Override
  public Set<String> workingDevices() {
    return book.snapshot().devices().values().stream()
        .filter(device -> device.state() != DeviceState.UNAVAILABLE)
        .map(DeviceReport::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean online() {
    return wiring.online();
  }

  @Override
  public void restartAgent() {
    leave.run();
  }

  @Override
  public void restartApp() {
    wiring.restartApp();
  }

  @Override
  public void tell(RecordBody body) {
    recorder.add(body);
  }

  @Override
  public void figuresAre(Map<NodeMetric, MetricValue> figures) {
    book.put(figures);
  }
}
