package org.jiujin.agent;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jiujin.agent.command.CommandSettings;
import org.jiujin.agent.configuration.ConfigurationSettings;
import org.jiujin.agent.enrol.EnrolmentSettings;
import org.jiujin.agent.link.BrokerUri;
import org.jiujin.agent.link.LinkSettings;
import org.jiujin.agent.link.TlsFiles;
import org.jiujin.agent.link.TlsSource;
import org.jiujin.agent.supervise.SupervisorSettings;
import org.jiujin.agent.update.DailyWindow;
import org.jiujin.agent.update.UpdateSettings;
import org.jiujin.fleet.Topic;
import org.jiujin.update.trust.release.ReleaseKind;
import org.jspecify.annotations.Nullable;

/// The agent's configuration: a properties file in UTF-8. `config/agent/agent.example.properties` explains each key.
///
/// @param dataDirectory where the agent keeps its own files; made if missing
/// @param shipped for each kind of release that stands in the app's command, what came with the machine
/// @param updates null when releases come by other ways
/// @param enrolment null where the terminal's certificate is put there by others, or it has none
record AgentConfig(
    Path dataDirectory,
    LinkSettings link,
    SupervisorSettings app,
    CommandSettings commands,
    ConfigurationSettings configuration,
    Map<ReleaseKind, Path> shipped,
    @Nullable UpdateSettings updates,
    @Nullable EnrolmentSettings enrolment) {
  /// The operating system takes 108 bytes, with a zero at the end.
  private static final int MAX_SOCKET_PATH_BYTES = 107;

  private static final String COMMAND = "app.command.";
  private static final String SAFE_SCREEN = "app.safe-screen.";
  private static final String REPOSITORY = "update.repository";
  private static final String REPOSITORY_FORM =
      "an address like https://updates.example/terminals, with metadata and targets below";
  private static final String REBOOT = "commands.reboot-program.";
  private static final List<String> NUMBERED = List.of(COMMAND, SAFE_SCREEN, REBOOT);
  private static final Set<String> KEYS =
      Set.of(
          "terminal.id",
          "terminal.group",
          "broker.uri",
          "broker.tls.ca",
          "broker.tls.certificate",
          "broker.tls.key",
          "enrol.uri",
          "enrol.ca",
          "broker.keep-alive-seconds",
          "broker.longest-retry-seconds",
          "data.dir",
          "app.socket",
          "app.log",
          "app.shipped",
          "configuration.shipped",
          "catalogue.shipped",
          "voice.shipped",
          "theme.shipped",
          "commands.keys",
          "commands.agent-log",
          "configuration.trial-seconds",
          "update.repository",
          "update.root",
          "update.window",
          "update.fetch-window",
          "update.jitter-minutes",
          "update.kib-per-second",
          "update.disk-floor-mb",
          "update.proof-seconds",
          "update.trial-seconds");

  /// Where the release of a kind is that came with the machine.
  ///
  /// @param kind one that stands in the app's command
  Path shipped(String kind) {
    return Objects.requireNonNull(shipped.get(ReleaseKind.of(kind).orElseThrow()));
  }

  /// Reads and checks a file.
  ///
  /// @throws BadConfigException at the first thing that is wrong
  static AgentConfig load(Path file) throws BadConfigException {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new BadConfigException(
          "%s cannot be read (%s): name an existing properties file in UTF-8 with --config=FILE"
              .formatted(file, e.getClass().getSimpleName()),
          e);
    }
    return new Keys(file, properties).config();
  }

  /// The keys of one file. Every complaint names the file, the key and what to write.
  private record Keys(Path file, Properties properties) {
    AgentConfig config() throws BadConfigException {
      refuseUnknown();
      Path data = Path.of(text("data.dir", "a folder for the agent's own files"));
      String broker = broker();
      String group = id("terminal.group", "the county code, for example GS-621121");
      String terminal = id("terminal.id", "the terminal id, for example T621121001");
      EnrolmentSettings enrolment = enrolment(broker, terminal, group, data);
      var link =
          new LinkSettings(
              group,
              terminal,
              List.of(broker),
              tls(broker, enrolment),
              null, // see LinkSettings on the Primary Host
              seconds("broker.keep-alive-seconds", 60, 5, 600),
              seconds("broker.longest-retry-seconds", 60, 1, 3600),
              data);
      var app =
          new SupervisorSettings(
              command(),
              numbered(SAFE_SCREEN),
              socket(),
              Path.of(text("app.log", "a file for the app's output")),
              data);
      var commands =
          new CommandSettings(
              link.group(),
              link.node(),
              path("commands.keys"),
              numbered(REBOOT),
              app.log(),
              path("commands.agent-log"),
              data);
      var configuration =
          new ConfigurationSettings(
              link.group(),
              link.node(),
              data.resolve("configuration"),
              seconds("configuration.trial-seconds", 300, 5, 3600));
      Map<ReleaseKind, Path> shipped = shipped(app.releases());
      return new AgentConfig(
          data,
          link,
          app,
          commands,
          configuration,
          shipped,
          updates(link, shipped, data),
          enrolment);
    }

    private void refuseUnknown() throws BadConfigException {
      for (String key : properties.stringPropertyNames()) {
        if (!KEYS.contains(key) && NUMBERED.stream().noneMatch(key::startsWith)) {
          throw bad(key, "is not known; remove it, or correct its spelling");
        }
      }
    }

    private String text(String key, String what) throws BadConfigException {
      String value = properties.getProperty(key, "").strip();
      if (value.isEmpty()) {
        throw bad(key, "is missing: write " + what);
      }
      return value;
    }

    private @Nullable Path path(String key) {
      String value = properties.getProperty(key, "").strip();
      return value.isEmpty() ? null : Path.of(value);
    }

    private String id(String key, String what) throws BadConfigException {
      String value = text(key, what);
      if (!Topic.isId(value)) {
        throw bad(key, "must have 1 to 64 characters without + # /: write " + what);
      }
      return value;
    }

    private String broker() throws BadConfigException {
      String value = text("broker.uri", BrokerUri.FORM);
      if (!BrokerUri.is(value)) {
        throw bad("broker.uri", "must be " + BrokerUri.FORM + ", not " + value);
      }
      return value;
    }

    private @Nullable EnrolmentSettings enrolment(
        String broker, String terminal, String group, Path data) throws BadConfigException {
      if (!properties.containsKey("enrol.uri")) {
        if (properties.containsKey("enrol.ca")) {
          throw bad("enrol.ca", "means nothing without enrol.uri");
        }
        return null;
      }
      for (String other : List.of("broker.tls.certificate", "broker.tls.key")) {
        if (properties.containsKey(other)) {
          throw bad(other, "cannot stand beside enrol.uri: one of them says who the terminal is");
        }
      }
      if (!BrokerUri.encrypted(broker)) {
        throw bad("enrol.uri", "gets a certificate for a broker at ssl://HOST:PORT only");
      }
      String uri = text("enrol.uri", EnrolmentSettings.FORM);
      if (!EnrolmentSettings.isAddress(uri)) {
        throw bad("enrol.uri", "must be " + EnrolmentSettings.FORM);
      }
      Path authorities = Path.of(text("enrol.ca", "a file of certificates in PEM"));
      return new EnrolmentSettings(
          URI.create(uri), authorities, terminal, group, data.resolve("identity"));
    }

    private @Nullable TlsSource tls(String broker, @Nullable EnrolmentSettings enrolment)
        throws BadConfigException {
      if (!BrokerUri.encrypted(broker)) {
        return null;
      }
      Path authorities = Path.of(text("broker.tls.ca", "a file of certificates in PEM"));
      if (enrolment != null) {
        return enrolment.tls(authorities);
      }
      Path certificate = Path.of(text("broker.tls.certificate", "the terminal's, in PEM"));
      Path key = Path.of(text("broker.tls.key", "a file with the key, PKCS#8 in PEM"));
      return new TlsFiles(authorities, new TlsFiles.Identity(certificate, key));
    }

    private Map<ReleaseKind, Path> shipped(Set<String> used) throws BadConfigException {
      Map<ReleaseKind, Path> shipped = new EnumMap<>(ReleaseKind.class);
      Set<String> unknown = new TreeSet<>(used);
      for (ReleaseKind kind : ReleaseKind.values()) {
        String key = kind.word() + ".shipped";
        Path folder = path(key);
        if (kind == ReleaseKind.AGENT || (folder == null && !used.contains(kind.word()))) {
          continue;
        }
        if (folder == null) {
          throw bad(
              key, "is missing: write the folder that ${" + kind.word() + "} stands for at first");
        }
        if (!unknown.remove(kind.word())) {
          throw bad(key, "means nothing without ${" + kind.word() + "} in app.command");
        }
        shipped.put(kind, folder);
      }
      if (!unknown.isEmpty()) {
        String place = "${" + unknown.iterator().next() + "}";
        throw bad(keyWith(place), "has " + place + ", which is no release that the app has");
      }
      return shipped;
    }

    private String keyWith(String text) {
      return properties.stringPropertyNames().stream()
          .filter(key -> properties.getProperty(key).contains(text))
          .findFirst()
          .orElseThrow();
    }

    private @Nullable UpdateSettings updates(
        LinkSettings link, Map<ReleaseKind, Path> shipped, Path data) throws BadConfigException {
      if (!properties.containsKey(REPOSITORY)) {
        for (String key : properties.stringPropertyNames()) {
          if (key.startsWith("update.")) {
            throw bad(key, "means nothing without " + REPOSITORY);
          }
        }
        return null;
      }
      if (!shipped.containsKey(ReleaseKind.APP)) {
        throw bad(
            REPOSITORY, "needs app.shipped, and ${app} in app.command: what it brings lies there");
      }
      URI repository = repository();
      Duration proof = seconds("update.proof-seconds", 180, 10, 3600);
      return new UpdateSettings(
          link.group(),
          link.node(),
          repository,
          Path.of(text("update.root", "the repository's first root, 1.root.json")),
          shipped,
          data.resolve("updates"),
          window("update.window", "01:00-05:00"),
          window("update.fetch-window", "00:00-00:00"),
          Duration.ofMinutes(number("update.jitter-minutes", 30, 0, 1440, "minutes")),
          number("update.kib-per-second", 0, 0, 1_000_000, "KiB") * 1024L,
          number("update.disk-floor-mb", 500, 0, 1_000_000, "megabytes") * 1024L * 1024L,
          proof,
          seconds("update.trial-seconds", 900, (int) proof.toSeconds(), 7200));
    }

    private URI repository() throws BadConfigException {
      String value = text(REPOSITORY, REPOSITORY_FORM);
      try {
        var uri = new URI(value);
        if (uri.getHost() != null
            && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
          return uri;
        }
      } catch (URISyntaxException _) {
        // said below
      }
      throw bad(REPOSITORY, "must be " + REPOSITORY_FORM);
    }

    private DailyWindow window(String key, String usual) throws BadConfigException {
      return DailyWindow.of(properties.getProperty(key, usual).strip())
          .orElseThrow(() -> bad(key, "must be two times like 01:00-05:00"));
    }

    private Duration seconds(String key, int usual, int least, int most) throws BadConfigException {
      return Duration.ofSeconds(number(key, usual, least, most, "seconds"));
    }

    private int number(String key, int usual, int least, int most, String unit)
        throws BadConfigException {
      String value = properties.getProperty(key, String.valueOf(usual)).strip();
      if (!value.matches("\\d{1,7}")
          || Integer.parseInt(value) < least
          || Integer.parseInt(value) > most) {
        throw bad(
            key,
            "must be a number of %s from %d to %d, not %s".formatted(unit, least, most, value));
      }
      return Integer.parseInt(value);
    }

    private Path socket() throws BadConfigException {
      String value = text("app.socket", "the path of the local socket");
      int bytes = value.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MAX_SOCKET_PATH_BYTES) {
        throw bad(
            "app.socket",
            "has %d bytes, the operating system takes %d: write a shorter path"
                .formatted(bytes, MAX_SOCKET_PATH_BYTES));
      }
      return Path.of(value);
    }

    private List<String> command() throws BadConfigException {
      if (!properties.containsKey(COMMAND + 0)) {
        throw bad(
            COMMAND + 0, "is missing: write the program, and its arguments as app.command.1, …");
      }
      return numbered(COMMAND);
    }

    private List<String> numbered(String prefix) throws BadConfigException {
      List<String> parts = new ArrayList<>();
      for (String part = properties.getProperty(prefix + 0);
          part != null;
          part = properties.getProperty(prefix + parts.size())) {
        parts.add(part);
      }
      for (String key : properties.stringPropertyNames()) {
        if (key.startsWith(prefix) && !numbers(key.substring(prefix.length()), parts.size())) {
          throw bad(key, "does not follow: number the arguments 0, 1, 2 … without a gap");
        }
      }
      return parts;
    }

    private static boolean numbers(String number, int count) {
      return number.matches("0|[1-9]\\d{0,3}") && Integer.parseInt(number) < count;
    }

    private BadConfigException bad(String key, String problem) {
      return new BadConfigException(file + ": " + key + " " + problem);
    }
  }
}
