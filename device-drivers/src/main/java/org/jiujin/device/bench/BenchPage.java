package org.jiujin.device.bench;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The page for hands: a template whose `{{keys}}` are replaced by the texts of the bundle.
final class BenchPage {
  private static final Pattern KEY = Pattern.compile("\\{\\{([a-z0-9.-]+)}}");

  private BenchPage() {}

  static String html() throws IOException {
    var texts = new Properties();
    try (var reader = new InputStreamReader(open("bench_zh.properties"), StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return KEY.matcher(template())
        .replaceAll(key -> Matcher.quoteReplacement(text(texts, key.group(1))));
  }

  private static String template() throws IOException {
    try (var in = open("bench.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String text(Properties texts, String key) {
    var text = texts.getProperty(key);
    if (text == null) {
      throw new UncheckedIOException(new IOException("no text for " + key));
    }
    return text;
  }

  private static java.io.InputStream open(String name) throws IOException {
    var in = BenchPage.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("missing in the jar: " + name);
    }
    return in;
  }
}
