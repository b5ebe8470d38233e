package org.jiujin.agent.configuration;

import org.jiujin.fleet.configuration.Effective;
import org.jiujin.fleet.local.LocalMessage;

/// Those who act by a configuration. No call waits; on the configuration's thread.
public interface Tuned {
  /// Acts by these values from now on; what they do not speak of is as the agent's own file says.
  void act(Effective effective);

  /// Gives the app what is for it, if there is one; it answers to [Configurations#appTook].
  void tellApp(LocalMessage.Settings settings);

  /// Whether the terminal is on the broker.
  boolean online();
}
