package org.jiujin.device;

import java.util.Map;

/// What a device set says about one device, beside its port.
///
/// @param values by name, as written
/// @since 0.2
public record DriverSettings(Map<String, String> values) {
  /// Nothing said: everything as usual.
  public static final DriverSettings NONE = new DriverSettings(Map.of());

  public DriverSettings {
    values = Map.copyOf(values);
  }

  /// A text.
  ///
  /// @param usual what counts when nothing is said
  public String text(String name, String usual) {
    return values.getOrDefault(name, usual);
  }

  /// A whole number.
  ///
  /// @param usual what counts when nothing is said
  /// @throws SettingException when it is no number from least to most
  public int number(String name, int usual, int least, int most) {
    var said = values.get(name);
    if (said == null) {
      return usual;
    }
    if (!said.matches("-?\\d{1,9}")
        || Integer.parseInt(said) < least
        || Integer.parseInt(said) > most) {
      throw new SettingException(
          name, "is %s; write a whole number from %d to %d".formatted(said, least, most));
    }
    return Integer.parseInt(said);
  }

  /// Yes or no.
  ///
  /// @param usual what counts when nothing is said
  /// @throws SettingException when it is neither `true` nor `false`
  public boolean flag(String name, boolean usual) {
    return switch (values.getOrDefault(name, String.valueOf(usual))) {
      case "true" -> true;
      case "false" -> false;
      case String other ->
          throw new SettingException(name, "is " + other + "; write true or false");
    };
  }

  /// One of several words.
  ///
  /// @param words what each word means; the message lists them in order of the map
  /// @param usual what counts when nothing is said
  /// @throws SettingException when it is none of the words
  public <T> T choice(String name, Map<String, T> words, T usual) {
    var said = values.get(name);
    if (said == null) {
      return usual;
    }
    var meant = words.get(said);
    if (meant == null) {
      throw new SettingException(
          name, "is " + said + "; write one of " + String.join(", ", words.keySet()));
    }
    return meant;
  }
}
