package org.jiujin.agent.link;

import org.jiujin.fleet.Payload;
import org.jiujin.fleet.Topic;

/// A message on its way to the broker.
record OutMessage(Topic topic, Payload payload) {}
