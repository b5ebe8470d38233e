package org.jiujin.agent.lone;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiujin.agent.link.BrokerUri;
import org.jiujin.agent.link.LinkSettings;
import org.jiujin.agent.link.TlsFiles;
import org.jiujin.agent.link.TlsFilesException;
import org.jiujin.fleet.Topic;
import org.jspecify.annotations.Nullable;

/// Reads the command line of `./kiosk agent`. Every complaint names the option and what to write.
final class OptionReader {
  private static final Set<String> VALUES =
      Set.of(
          "--group",
          "--node",
          "--devices",
          "--tls",
          "--host",
          "--rate",
          "--unplug",
          "--until",
          "--seed",
          "--keep-alive",
          "--data");
  private static final Set<String> TLS_KEYS = Set.of("ca", "cert", "key");
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

  private final Iterator<String> words;
  private final Path home;
  private final Map<String, String> values = new HashMap<>();
  private final List<String> brokers = new ArrayList<>();
  private boolean complex;

  OptionReader(List<String> words, Path home) {
    this.words = words.iterator();
    this.home = home;
  }

  LoneOptions read() throws UsageException {
    while (words.hasNext()) {
      take(words.next());
    }
    return new LoneOptions(
        link(),
        devices(),
        Span.ofRate("--rate", values.getOrDefault("--rate", "1")),
        span("--unplug"),
        span("--until"),
        seed(),
        complex);
  }

  private void take(String word) throws UsageException {
    if (word.equals("--complex")) {
      complex = true;
    } else if (word.equals("--broker")) {
      brokers.add(broker(value(word)));
    } else if (!VALUES.contains(word)) {
      throw new UsageException("there is no option " + word + "; ./kiosk agent --help lists them");
    } else if (values.put(word, value(word)) != null) {
      throw new UsageException(word + " stands there twice; write it once");
    }
  }

  private String value(String option) throws UsageException {
    if (!words.hasNext()) {
      throw new UsageException(option + " needs a value after it");
    }
    return words.next();
  }

  private static String broker(String text) throws UsageException {
    if (!BrokerUri.is(text)) {
      throw new UsageException("--broker is " + text + "; write " + BrokerUri.FORM);
    }
    return text;
  }

  private LinkSettings link() throws UsageException {
    if (brokers.isEmpty()) {
      throw new UsageException("--broker is missing: write " + BrokerUri.FORM);
    }
    TlsFiles tls = tls();
    if (tls == null && brokers.stream().anyMatch(BrokerUri::encrypted)) {
      throw new UsageException("ssl: needs --tls ca=FILE[,cert=FILE,key=FILE]");
    }
    String group = id("--group", "for example GS-621121");
    String node = id("--node", "for example T621121001");
    String host = values.containsKey("--host") ? id("--host", "the id of a Sparkplug host") : null;
    Duration keepAlive = Span.of("--keep-alive", values.getOrDefault("--keep-alive", "30s"));
    if (keepAlive.toSeconds() < 1 || keepAlive.toSeconds() > 65_535) {
      throw new UsageException("--keep-alive must be whole seconds from 1s to 65535s");
    }
    return new LinkSettings(
        group, node, brokers, tls, host, keepAlive, LONGEST_RETRY, data(group, node));
  }

  private String id(String option, String what) throws UsageException {
    String value = values.get(option);
    if (value == null) {
      throw new UsageException(option + " is missing: write " + what);
    }
    return checkId(option, value);
  }

  private static String checkId(String option, String value) throws UsageException {
    if (!Topic.isId(value)) {
      throw new UsageException(
          "%s is '%s'; write 1 to %d characters without + # /"
              .formatted(option, value, Topic.MAX_ID_LENGTH));
    }
    return value;
  }

  private List<String> devices() throws UsageException {
    String list = values.get("--devices");
    if (list == null) {
      return LoneOptions.USUAL_DEVICES;
    }
    List<String> devices = list.isEmpty() ? List.of() : Arrays.asList(list.split(",", -1));
    for (String device : devices) {
      checkId("--devices", device);
    }
    if (new HashSet<>(devices).size() < devices.size()) {
      throw new UsageException("--devices names a device twice; each needs a name of its own");
    }
    return devices;
  }

  private @Nullable TlsFiles tls() throws UsageException {
    String list = values.get("--tls");
    if (list == null) {
      return null;
    }
    Map<String, String> files = new HashMap<>();
    for (String part : list.split(",", -1)) {
      int equals = part.indexOf('=');
      String key = equals < 0 ? part : part.substring(0, equals);
      if (equals < 0
          || !TLS_KEYS.contains(key)
          || files.put(key, part.substring(equals + 1)) != null) {
        throw new UsageException("--tls is " + list + "; write ca=FILE[,cert=FILE,key=FILE]");
      }
    }
    String authorities = files.get("ca");
    String certificate = files.get("cert");
    String key = files.get("key");
    if (authorities == null || (certificate == null) != (key == null)) {
      throw new UsageException("--tls needs ca=FILE, and cert=FILE and key=FILE both or neither");
    }
    TlsFiles tls =
        new TlsFiles(
            path("--tls", authorities),
            certificate == null || key == null
                ? null
                : new TlsFiles.Identity(path("--tls", certificate), path("--tls", key)));
    try {
      tls.context();
    } catch (TlsFilesException e) {
      throw new UsageException("--tls: " + e.getMessage(), e);
    }
    return tls;
  }

  private @Nullable Duration span(String option) throws UsageException {
    String text = values.get(option);
    return text == null ? null : Span.of(option, text);
  }

  private long seed() throws UsageException {
    String text = values.getOrDefault("--seed", "1");
    if (!text.matches("\\d{1,18}")) {
      throw new UsageException("--seed is " + text + "; write a whole number");
    }
    return Long.parseLong(text);
  }

  /// One folder for each node, so that its connections are counted on from one run to the next.
  private Path data(String group, String node) throws UsageException {
    String named = values.get("--data");
    return named == null
        ? home.resolve("target/agent")
            .resolve(URLEncoder.encode(group + "/" + node, StandardCharsets.UTF_8))
        : path("--data", named);
  }

  private static Path path(String option, String text) throws UsageException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException(option + " names no file: " + text, e);
    }
  }
}
