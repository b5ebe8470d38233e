package org.jiujin.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiujin.agent.enrol.EnrolledTls;
import org.jiujin.agent.update.UpdateSettings;
import org.jiujin.update.trust.release.ReleaseKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentConfigTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("kiosk.home"), "config/agent/agent.example.properties");

  @TempDir Path folder;

  @Test
  void readsTheShippedExample() throws BadConfigException {
    AgentConfig config = AgentConfig.load(EXAMPLE);
    assertEquals("T621121001", config.link().node());
    assertEquals(Duration.ofSeconds(60), config.link().keepAlive());
    assertTrue(config.app().command().size() > 2);
    assertTrue(config.app().safeScreen().contains("--safe-screen"));
    assertEquals(Path.of("/etc/jiujin/command-keys"), config.commands().keys());
    assertEquals(
        List.of(), config.commands().rebootProgram(), "nobody reboots unless it is wanted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          terminal.id      |                   | terminal id
          terminal.id      | a/b               | without + # /
          terminal.group   |                   | GS-621121
          broker.uri       | http://host:1     | tcp://HOST:PORT
          broker.uri       | tcp://host        | tcp://HOST:PORT
          broker.uri       | ::                | tcp://HOST:PORT
          broker.keep-alive-seconds | soon     | from 5 to 600
          broker.keep-alive-seconds | 4        | from 5 to 600
          app.command.0    |                   | program
          app.command.99   | gap               | without a gap
          app.safe-screen.99 | gap             | without a gap
          commands.reboot-program.1 | gap      | without a gap
          app.sokcet       | x                 | correct its spelling
          enrol.ca         | ca.pem            | without enrol.uri
          app.shipped      |                   | ${app}
          theme.shipped    |                   | ${theme}
          voice.shipped    | /opt/voice        | without ${voice}
          app.command.9    | ${agent}          | is no release
          update.window    | 01:00-05:00       | without update.repository
          update.repository | ftp://h/x        | https://updates.example
          enrol.uri        | https://h/.well-known/est | ssl://HOST:PORT
          """)
  void namesTheKeyAndWhatToWrite(String key, String value, String hint) throws IOException {
    List<String> lines =
        Files.readAllLines(EXAMPLE).stream()
            .filter(line -> !line.startsWith(key + "=") && !line.startsWith(key + " ="))
            .toList();
    var text = String.join("\n", lines) + "\n" + (value == null ? "" : key + " = " + value + "\n");
    Path file = folder.resolve("agent.properties");
    Files.writeString(file, text);
    var problem = assertThrows(BadConfigException.class, () -> AgentConfig.load(file));
    String message = String.valueOf(problem.getMessage());
    assertTrue(message.contains(key), message);
    assertTrue(message.contains(hint), message);
    assertFalse(message.contains("\n"), "one line: " + message);
  }

  @Test
  void readsHowReleasesCome() throws Exception {
    String example = Files.readString(EXAMPLE).replace("# update.", "update.");
    Path file = folder.resolve("agent.properties");
    Files.writeString(file, example);
    UpdateSettings updates = Objects.requireNonNull(AgentConfig.load(file).updates());
    assertEquals(URI.create("https://updates.example/terminals"), updates.repository());
    assertEquals(
        Map.of(
            ReleaseKind.APP, Path.of("/opt/jiujin/kiosk-app"),
            ReleaseKind.CATALOGUE, Path.of("/opt/jiujin"),
            ReleaseKind.THEME, Path.of("/opt/jiujin/config")),
        updates.shipped());
    assertEquals(Path.of("/var/lib/jiujin/agent/updates"), updates.folder());
    assertEquals(Duration.ofMinutes(3), updates.proof());
    for (String wrong :
        List.of(
            "update.window = 1-5",
            "update.fetch-window = night",
            "update.proof-seconds = 9",
            "update.trial-seconds = 179", // shorter than the proof
            "update.jitter-minutes = -1",
            "update.kib-per-second = fast",
            "update.disk-floor-mb = 1e3")) {
      Files.writeString(file, example + "\n" + wrong + "\n");
      assertThrows(BadConfigException.class, () -> AgentConfig.load(file), wrong);
    }
  }

  @Test
  void refusesASocketPathThatTheOperatingSystemWouldCut() throws IOException {
    Path file = folder.resolve("agent.properties");
    Files.writeString(
        file,
        Files.readString(EXAMPLE).replaceAll("app.socket *=.*", "app.socket=/" + "x".repeat(107)));
    var problem = assertThrows(BadConfigException.class, () -> AgentConfig.load(file));
    assertTrue(String.valueOf(problem.getMessage()).contains("app.socket has 108 bytes"));
  }

  @Test
  void takesTheIdentityFromTheEnrolmentAndFromNowhereElse() throws Exception {
    String enrolled =
        Files.readString(EXAMPLE).replaceAll("broker.uri *=.*", "broker.uri = ssl://b:8883")
            + "\nbroker.tls.ca = ca.pem\nenrol.ca = ca.pem\nenrol.uri = ";
    Path file = folder.resolve("agent.properties");
    Files.writeString(file, enrolled + "https://h:1/.well-known/est/gansu\n");
    AgentConfig config = AgentConfig.load(file);
    assertTrue(config.link().tls() instanceof EnrolledTls);
    assertEquals("GS-621121", Objects.requireNonNull(config.enrolment()).group());
    for (String wrong :
        List.of("http://h/.well-known/est", "https://h/", "https://u@h/.well-known/est")) {
      Files.writeString(file, enrolled + wrong + "\n");
      assertThrows(BadConfigException.class, () -> AgentConfig.load(file), wrong);
    }
    Files.writeString(file, enrolled + "https://h/.well-known/est\nbroker.tls.key = k.pem\n");
    var two = assertThrows(BadConfigException.class, () -> AgentConfig.load(file));
    assertTrue(String.valueOf(two.getMessage()).contains("beside enrol.uri"), two::getMessage);
  }

  @Test
  void saysWhenThereIsNoFile() {
    var problem =
        assertThrows(BadConfigException.class, () -> AgentConfig.load(folder.resolve("none")));
    assertTrue(String.valueOf(problem.getMessage()).contains("--config=FILE"));
  }
}
