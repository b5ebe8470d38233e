package org.jiujin.demo.launch;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/// Writes the settings file of the agent.
final class AgentSettings {
  static final String FILE = "agent.properties";

  private AgentSettings() {}

  /// Writes the file into the agent's folder.
  ///
  /// @param app the command that starts the app
  /// @param safeScreen the command that shows what residents see when the app cannot run
  static void write(Layout layout, List<String> app, List<String> safeScreen) throws IOException {
    var settings = new Properties();
    settings.setProperty("terminal.id", Layout.TERMINAL);
    settings.setProperty("terminal.group", Layout.GROUP);
    settings.setProperty("broker.uri", "tcp://127.0.0.1:" + layout.ports().brokerRelay());
    // a cut network is to be noticed while a person watches
    settings.setProperty("broker.keep-alive-seconds", "5");
    settings.setProperty("broker.longest-retry-seconds", "5");
    settings.setProperty("data.dir", layout.agent().toString());
    settings.setProperty("app.socket", layout.agentSocket().toString());
    settings.setProperty("app.log", layout.log(Layout.APP).toString());
    // a terminal has a copy of its own, made when it is set up; here both are one machine
    settings.setProperty("commands.keys", layout.console().resolve("command-keys").toString());
    number(settings, "app.command.", app);
    number(settings, "app.safe-screen.", safeScreen);
    Path file = layout.agent().resolve(FILE);
    try (Writer writer = Files.newBufferedWriter(file)) {
      settings.store(writer, "written by ./kiosk demo at each start");
    }
  }

  private static void number(Properties settings, String prefix, List<String> command) {
    for (int i = 0; i < command.size(); i++) {
      settings.setProperty(prefix + i, command.get(i));
    }
  }
}
