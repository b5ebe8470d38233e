package org.jiujin.agent.simulation;

/// The agent's process, or its machine, ends here. An error, so that nothing on its way takes it for a mistake that can be mended.
final class Killed extends Error {
  @java.io.Serial private static final long serialVersionUID = 1L;

  Killed() {
    super("killed", null, false, false);
  }
}
