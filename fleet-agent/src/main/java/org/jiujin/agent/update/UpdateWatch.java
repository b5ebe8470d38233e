package org.jiujin.agent.update;

import java.util.Map;
import java.util.Set;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.record.RecordBody;

/// Those of the agent whom updates concern. Called on the thread of the updates; must not wait.
public interface UpdateWatch {
  /// How the app is.
  AppState appState();

  /// The devices that work, by their ids in the fleet.
  Set<String> workingDevices();

  /// Whether the terminal is heard by the fleet.
  boolean online();

  /// The app is to be started anew: it lies elsewhere now.
  void restartApp();

  /// This process is to be started anew, by the launcher: the agent lies elsewhere now. Returns at once.
  void restartAgent();

  /// Something that must not be lost.
  void tell(RecordBody body);

  /// Where the releases stand.
  void figuresAre(Map<NodeMetric, MetricValue> figures);
}
