package org.jiujin.agent.update;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The agent that runs, as the launcher `config/agent/jiujin-agent` started it.
///
/// @param slot the slot that it runs from
/// @param shipped the folder of the one that came with the machine
public record AgentImage(long slot, Path shipped) {
  private static final Logger LOG = LoggerFactory.getLogger(AgentImage.class);
  private static final String BOOT = "boot";

  /// What the launcher says; empty when it did not start us, and the agent cannot be updated.
  public static Optional<AgentImage> of(Properties system) {
    String slot = system.getProperty("agent.slot", "");
    String shipped = system.getProperty("agent.shipped", "");
    return slot.matches("\\d{1,18}") && !shipped.isEmpty()
        ? Optional.of(new AgentImage(Long.parseLong(slot), Path.of(shipped)))
        : Optional.empty();
  }

  /// Takes away the launcher's count of starts.
  ///
  /// @param folder of the agent's releases
  static void forgetStarts(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(BOOT));
    } catch (IOException e) {
      LOG.warn("the launcher's count stays: {}", e.toString());
    }
  }
}
