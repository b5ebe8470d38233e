package org.jiujin.fleet.command;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiujin.fleet.Topic;

/// One order for one terminal, within one window of time, to be carried out once.
///
/// @param id unique for ever: 1 to 64 letters, digits, dots, hyphens and underscores
/// @param group the terminal's group
/// @param terminal the terminal's id
/// @param verb what to do, a [CommandVerb#word()]; a newer console may know more of them
/// @param arguments what the verb needs
/// @param issuedAt from when on it is valid, in milliseconds
/// @param notAfter until when it is valid, in milliseconds
/// @param issuer who ordered it, for the audit; the id of an operator, never a name
/// @since 0.1.0
public record Command(
    String id,
    String group,
    String terminal,
    String verb,
    Map<String, String> arguments,
    Instant issuedAt,
    Instant notAfter,
    String issuer) {
  /// The most arguments.
  public static final int MAX_ARGUMENTS = 16;

  /// The longest name of an argument, and the longest issuer, in bytes of UTF-8.
  public static final int MAX_NAME_BYTES = 64;

  /// The longest argument, in bytes of UTF-8: room for a whole configuration in Base64.
  public static final int MAX_ARGUMENT_BYTES = 12 * 1024;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern VERB = Pattern.compile("[a-z][a-z-]{0,31}");

  /// @throws IllegalArgumentException if a part is out of bounds
  public Command {
    check(isId(id), "an id has 1 to 64 letters, digits, dots, hyphens and underscores");
    check(Topic.isId(group) && Topic.isId(terminal), "no such group or terminal can be");
    check(VERB.matcher(verb).matches(), "a verb has 1 to 32 small letters and hyphens");
    check(arguments.size() <= MAX_ARGUMENTS, "more than " + MAX_ARGUMENTS + " arguments");
    arguments.forEach((name, value) -> {
      check(!name.isEmpty() && fits(name, MAX_NAME_BYTES), "the name of an argument is too long");
      check(fits(value, MAX_ARGUMENT_BYTES), "an argument is too long");
    });
    check(fits(issuer, MAX_NAME_BYTES), "the issuer is too long");
    issuedAt = issuedAt.truncatedTo(ChronoUnit.MILLIS);
    notAfter = notAfter.truncatedTo(ChronoUnit.MILLIS);
    check(issuedAt.isBefore(notAfter), "it ends before it begins");
    arguments = Map.copyOf(arguments);
  }

  /// What to do, if this version knows it.
  public Optional<CommandVerb> knownVerb() {
    return CommandVerb.of(verb);
  }

  /// Whether a text may serve as the id of a command or of a key.
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  private static boolean fits(String text, int maxBytes) {
    return text.getBytes(StandardCharsets.UTF_8).length <= maxBytes;
  }

  private static void check(boolean good, String otherwise) {
    if (!good) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
