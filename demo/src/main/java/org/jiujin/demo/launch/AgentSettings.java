package org.jiujin.demo.launch;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.util.List;
import java.util.Properties;

/// Writes the settings file of the agent.
final class AgentSettings {
  static final String FILE = "agent.properties";

  private AgentSettings() {}

  /// Writes the file of the first terminal into its agent's folder.
  ///
  /// @param app the command that starts the app
  /// @param safeScreen the command that shows what residents see when the app cannot run
  static void write(Layout layout, List<String> app, List<String> safeScreen) throws IOException {
    Properties settings = settings(layout, layout.terminal(), app, safeScreen);
    settings.setProperty("broker.uri", "tcp://127.0.0.1:" + layout.ports().brokerRelay());
    store(settings, layout.terminal());
  }

  /// Writes the file of the terminal that is put up later. All that it is given is what it may believe.
  static void writeNew(Layout layout, List<String> app, List<String> safeScreen)
      throws IOException {
    Ports ports = layout.ports();
    Properties settings = settings(layout, layout.newTerminal(), app, safeScreen);
    settings.setProperty("broker.uri", "ssl://127.0.0.1:" + ports.brokerTls());
    settings.setProperty("broker.tls.ca", layout.authority().toString());
    settings.setProperty(
        "enrol.uri", "https://127.0.0.1:" + ports.enrolment() + "/.well-known/est");
    settings.setProperty("enrol.ca", layout.authority().toString());
    store(settings, layout.newTerminal());
  }

  private static Properties settings(
      Layout layout, Terminal terminal, List<String> app, List<String> safeScreen) {
    var settings = new Properties();
    settings.setProperty("terminal.id", terminal.id());
    settings.setProperty("terminal.group", Layout.GROUP);
    // a cut network is to be noticed while a person watches
    settings.setProperty("broker.keep-alive-seconds", "5");
    settings.setProperty("broker.longest-retry-seconds", "5");
    settings.setProperty("data.dir", terminal.agent().toString());
    settings.setProperty("app.socket", layout.agentSocket(terminal).toString());
    settings.setProperty("app.log", layout.log(terminal.named(Layout.APP)).toString());
    // a terminal has a copy of its own, made when it is set up; here both are one machine
    settings.setProperty("commands.keys", layout.console().resolve("command-keys").toString());
    number(settings, "app.command.", app);
    number(settings, "app.safe-screen.", safeScreen);
    return settings;
  }

  private static void store(Properties settings, Terminal terminal) throws IOException {
    try (Writer writer = Files.newBufferedWriter(terminal.agent().resolve(FILE))) {
      settings.store(writer, "written by ./kiosk demo at each start");
    }
  }

  private static void number(Properties settings, String prefix, List<String> command) {
    for (int i = 0; i < command.size(); i++) {
      settings.setProperty(prefix + i, command.get(i));
    }
  }
}
