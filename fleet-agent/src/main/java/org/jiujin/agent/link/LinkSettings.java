package org.jiujin.agent.link;

import java.nio.file.Path;
import java.time.Duration;

/// Where the broker is and how to behave there.
///
/// @param group the Sparkplug group: the county
/// @param node the Sparkplug node: the terminal id
/// @param broker `tcp://HOST:PORT` or `ssl://HOST:PORT`
/// @param keepAlive how soon the broker notices a silent terminal: after 1.5 times this
/// @param longestRetry the ceiling of the wait between attempts
/// @param data a folder for the link's own file
public record LinkSettings(
    String group,
    String node,
    String broker,
    Duration keepAlive,
    Duration longestRetry,
    Path data) {
  String clientId() {
    return "jiujin-" + node;
  }
}
