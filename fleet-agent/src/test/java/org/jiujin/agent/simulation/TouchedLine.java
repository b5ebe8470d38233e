package org.jiujin.agent.simulation;

import java.io.IOException;
import org.jiujin.agent.link.SteppedLink;

/// A line over which the agent may say its last word.
record TouchedLine(SteppedLink.Line line, Runnable touch) implements SteppedLink.Line {
  @Override
  public void publish(String topic, byte[] payload, int qos) throws IOException {
    touch.run();
    line.publish(topic, payload, qos);
  }

  @Override
  public void leave() {
    touch.run();
    line.leave();
  }

  @Override
  public void drop() {
    line.drop();
  }
}
