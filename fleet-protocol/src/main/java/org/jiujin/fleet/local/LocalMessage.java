package org.jiujin.fleet.local;

import java.util.List;
import org.jiujin.fleet.Metric;

/// One message of the local link between app and agent.
///
/// The app connects, says [Hello] and then sends a [Report] at every change and at least every 10 s. The agent sends
/// [Ping]; the app answers with [Pong] from the thread that paints, so that the answer proves that the screen lives.
///
/// @since 0.1.0
public sealed interface LocalMessage {
  /// App → agent, first: who connects.
  ///
  /// @param pid the process id of the app
  /// @param version the version of the app
  record Hello(long pid, String version) implements LocalMessage {}

  /// App → agent: how everything is now. Always whole: a device that is not in it is no longer attached.
  ///
  /// @param metrics values of the terminal by [org.jiujin.fleet.NodeMetric#wireName()]
  record Report(List<Metric> metrics, List<DeviceReport> devices) implements LocalMessage {
    public Report {
      metrics = List.copyOf(metrics);
      devices = List.copyOf(devices);
    }
  }

  /// App → agent: the answer to the [Ping] with the same nonce.
  record Pong(long nonce) implements LocalMessage {}

  /// Agent → app: answer from the thread that paints.
  record Ping(long nonce) implements LocalMessage {}

  /// Agent → app: end cleanly, now.
  record Stop() implements LocalMessage {}
}
