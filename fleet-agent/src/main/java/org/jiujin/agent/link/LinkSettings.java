package org.jiujin.agent.link;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the broker is and how to behave there.
///
/// @param group the Sparkplug group: the county
/// @param node the Sparkplug node: the terminal id
/// @param brokers `tcp://HOST:PORT` or `ssl://HOST:PORT`, at least one; each attempt goes to the next of them
/// @param tls what `ssl:` needs; null when every broker is `tcp:`
/// @param primaryHost the Sparkplug host that births wait for; null for none, as terminals have it: with one, every
///     restart of that host makes every terminal disconnect and reconnect
/// @param keepAlive how soon the broker notices a silent terminal: after 1.5 times this
/// @param longestRetry the ceiling of the wait between attempts
/// @param data a folder for the link's own file
public record LinkSettings(
    String group,
    String node,
    List<String> brokers,
    @Nullable TlsSource tls,
    @Nullable String primaryHost,
    Duration keepAlive,
    Duration longestRetry,
    Path data) {
  /// @throws IllegalArgumentException without a broker, or when one needs files for TLS and there are none
  public LinkSettings {
    brokers = List.copyOf(brokers);
    if (brokers.isEmpty()) {
      throw new IllegalArgumentException("there is no broker");
    }
    if (tls == null && brokers.stream().anyMatch(BrokerUri::encrypted)) {
      throw new IllegalArgumentException("ssl: needs the files for TLS");
    }
  }

  /// One broker without TLS and without a Primary Host.
  public LinkSettings(
      String group,
      String node,
      String broker,
      Duration keepAlive,
      Duration longestRetry,
      Path data) {
    this(group, node, List.of(broker), null, null, keepAlive, longestRetry, data);
  }

  LinkSettings with(Duration otherKeepAlive, Duration otherLongestRetry) {
    return new LinkSettings(
        group, node, brokers, tls, primaryHost, otherKeepAlive, otherLongestRetry, data);
  }

  String clientId() {
    return "jiujin-" + node;
  }
}
