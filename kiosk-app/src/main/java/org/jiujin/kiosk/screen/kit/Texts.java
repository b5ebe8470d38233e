package org.jiujin.kiosk.screen.kit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// What residents read, by message key. Immutable; safe on any thread.
public final class Texts {
  private static final String BUNDLE = "/messages_zh_CN.properties";
  private static final String ELDER_BUNDLE = "/messages_zh_CN_elder.properties";

  private final Map<String, String> messages;

  private Texts(Map<String, String> messages) {
    this.messages = Map.copyOf(messages);
  }

  /// The shipped Chinese texts; the elder skin replaces some of them by plainer words.
  ///
  /// @throws UncheckedIOException if the bundle is missing from the jar, which is a broken build
  public static Texts chinese(Skin skin) {
    var messages = new HashMap<>(read(BUNDLE));
    if (skin == Skin.ELDER) {
      messages.putAll(read(ELDER_BUNDLE));
    }
    return new Texts(messages);
  }

  /// The message of a key, with `{0}`, `{1}` … replaced by the arguments as they are.
  ///
  /// @throws IllegalArgumentException if there is no such key
  public String text(String key, Object... arguments) {
    String message = messages.get(key);
    if (message == null) {
      throw new IllegalArgumentException("No message has the key " + key);
    }
    for (int i = 0; i < arguments.length; i++) {
      message = message.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return message;
  }

  private static Map<String, String> read(String resource) {
    try (var stream = Objects.requireNonNull(Texts.class.getResourceAsStream(resource), resource);
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      var properties = new Properties();
      properties.load(reader);
      var messages = new HashMap<String, String>();
      properties
          .stringPropertyNames()
          .forEach(key -> messages.put(key, properties.getProperty(key)));
      return messages;
    } catch (IOException e) {
      throw new UncheckedIOException("The texts of the screens cannot be read", e);
    }
  }
}
