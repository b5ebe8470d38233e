package org.jiujin.fleet.configuration;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What one level of the administration decides for its terminals.
///
/// @param scope which level
/// @param id which one of that level: the code of the province, city or county, the name of a site, the id of a terminal
/// @param revision tells one text of this layer from another, as whoever wrote it counts; may be empty
/// @param settings by [Setting#wireName()]; a newer console may know more of them
/// @param own names for which the terminal's own file counts, as if nothing were said here or further up
/// @since 0.1.0
public record Layer(
    Scope scope, String id, String revision, Map<String, String> settings, Set<String> own) {
  /// The most settings in one layer.
  public static final int MAX_SETTINGS = 64;

  /// The longest name of a setting, in characters.
  public static final int MAX_NAME_LENGTH = 64;

  /// The longest value, in bytes of UTF-8.
  public static final int MAX_VALUE_BYTES = 256;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9._-]{0,64}");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{0,63}");

  /// The levels, farthest first.
  public enum Scope {
    PROVINCE,
    CITY,
    COUNTY,
    SITE,
    TERMINAL;

    /// The word on the wire.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The constant for this word.
    public static Optional<Scope> of(String word) {
      return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
  }

  /// @throws IllegalArgumentException if a part is out of bounds
  public Layer {
    check(ID.matcher(id).matches(), "no layer has this id");
    check(REVISION.matcher(revision).matches(), "a revision is one short word");
    check(settings.size() + own.size() <= MAX_SETTINGS, "more than " + MAX_SETTINGS + " settings");
    check(
        Stream.concat(settings.keySet().stream(), own.stream())
            .allMatch(name -> NAME.matcher(name).matches()),
        "no setting has this name");
    check(
        settings.values().stream()
            .allMatch(value -> value.getBytes(StandardCharsets.UTF_8).length <= MAX_VALUE_BYTES),
        "a value is too long");
    check(own.stream().noneMatch(settings::containsKey), "a setting cannot be set and not set");
    settings = Map.copyOf(settings);
    own = Set.copyOf(own);
  }

  /// The settings in the order of their names, so that the same is always written the same.
  Map<String, String> sorted() {
    return new TreeMap<>(settings);
  }

  /// As [#sorted].
  Set<String> ownSorted() {
    return new TreeSet<>(own);
  }

  private static void check(boolean good, String otherwise) {
    if (!good) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
