package org.jiujin.demo.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes the settings file of the agent.
final class AgentSettings {
  static final String FILE = "agent.properties";

  private AgentSettings() {}

  /// Writes the file into the agent's folder.
  ///
  /// @param app the command that starts the app
  static void write(Layout layout, List<String> app) throws IOException {
    Path file = layout.agent().resolve(FILE);
    Files.writeString(file, text(layout, app));
  }

  static String text(Layout layout, List<String> app) {
    return """
    terminal.id=%s
    group=%s
    """
        .formatted(Layout.TERMINAL, Layout.GROUP);
  }
}
