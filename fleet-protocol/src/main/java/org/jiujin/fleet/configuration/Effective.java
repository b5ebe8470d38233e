package org.jiujin.fleet.configuration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the layers amount to: for each setting the value of the nearest layer that speaks of it, and which layer that is.
///
/// @param settings by name; what nobody speaks of is not in it
/// @since 0.1.0
public record Effective(Map<String, Sourced> settings) {
  /// Nothing is said: the terminal's own files count.
  public static final Effective NOTHING = new Effective(Map.of());

  private static final int DIGEST_DIGITS = 16;

  /// One value and where it comes from.
  ///
  /// @param layer the id of the layer
  public record Sourced(String value, Layer.Scope scope, String layer) {}

  public Effective {
    settings = Map.copyOf(settings);
  }

  /// Merges layers: inheritance, no copies.
  ///
  /// @param layers in any order
  public static Effective of(List<Layer> layers) {
    Map<String, Sourced> merged = new TreeMap<>();
    List<Layer> farthestFirst = new ArrayList<>(layers);
    farthestFirst.sort((one, other) -> one.scope().compareTo(other.scope()));
    for (Layer layer : farthestFirst) {
      layer.own().forEach(merged::remove);
      layer
          .settings()
          .forEach(
              (name, value) -> merged.put(name, new Sourced(value, layer.scope(), layer.id())));
    }
    return new Effective(merged);
  }

  /// The value of a setting; empty when the terminal's own file counts.
  public Optional<String> value(Setting setting) {
    return Optional.ofNullable(settings.get(setting.wireName())).map(Sourced::value);
  }

  /// The value of a setting that is a number.
  ///
  /// @param otherwise what the terminal's own file says
  public int number(Setting setting, int otherwise) {
    return value(setting).map(Integer::parseInt).orElse(otherwise);
  }

  /// Values by name, in the order of the names.
  public SortedMap<String, String> values() {
    SortedMap<String, String> values = new TreeMap<>();
    settings.forEach((name, sourced) -> values.put(name, sourced.value()));
    return values;
  }

  /// What one user has to act by.
  public Map<String, String> valuesFor(Setting.User user) {
    return values().entrySet().stream()
        .filter(entry ->
            Setting.of(entry.getKey()).filter(setting -> setting.user() == user).isPresent())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Names that this version knows and whose values it cannot take, in the order of the names.
  public List<String> bad() {
    List<String> bad = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      if (value(setting).filter(value -> !setting.takes(value)).isPresent()) {
        bad.add(setting.wireName());
      }
    }
    if (bad.isEmpty() && above(Setting.APP_MEMORY_SOFT_MB, Setting.APP_MEMORY_HARD_MB)) {
      bad.add(Setting.APP_MEMORY_HARD_MB.wireName());
    }
    if (bad.isEmpty() && above(Setting.IDLE_COUNTDOWN_SECONDS, Setting.IDLE_SIGNED_IN_SECONDS)) {
      bad.add(Setting.IDLE_COUNTDOWN_SECONDS.wireName()); // the countdown is a part of the limit
    }
    return bad;
  }

  /// Names that this version does not know, in their order.
  public List<String> unknown() {
    return values().keySet().stream().filter(name -> Setting.of(name).isEmpty()).toList();
  }

  /// Tells these values from others: 16 hexadecimal digits, empty when nothing is said. Where values come from does not count.
  public String digest() {
    if (settings.isEmpty()) {
      return "";
    }
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    values()
        .forEach((name, value) -> {
          digest.update((name + '\0' + value + '\0').getBytes(StandardCharsets.UTF_8));
        });
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_DIGITS);
  }

  private boolean above(Setting lower, Setting upper) {
    return value(lower).isPresent()
        && value(upper).isPresent()
        && number(lower, 0) > number(upper, 0);
  }
}
