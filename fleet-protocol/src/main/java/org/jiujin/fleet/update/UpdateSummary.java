package org.jiujin.fleet.update;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the releases of a terminal stand, as one line of words: `paused app=0.1.9:trial>0.2.0:fetching agent=shipped`.
///
/// @param paused whether the operator put updates off
/// @param releases at most one of each kind
/// @since 0.1.0
public record UpdateSummary(boolean paused, List<Release> releases) {
  /// The version of what came with the machine.
  public static final String SHIPPED = "shipped";

  private static final String PAUSED = "paused";
  private static final Pattern RELEASE =
      Pattern.compile(
          "([a-z][a-z-]{0,31})=([0-9A-Za-z.+_-]{1,64})(:trial)?"
              + "(?:>([0-9A-Za-z.+_-]{1,64}):([a-z-]{1,16})(?::([a-z-]{1,64}))?)?");

  /// What becomes of a release that is wanted and not current.
  public enum Phase {
    /// It is looked for, or fetched.
    FETCHING,
    /// It could not be fetched, and is tried again later.
    RESTING,
    /// It lies on the terminal and waits for its time.
    WAITING,
    /// It did not prove itself, and is not taken again in this attempt.
    GIVEN_UP,
    /// The direction that names it has ended.
    EXPIRED;

    /// The word on the wire.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Phase> of(String word) {
      return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
  }

  /// A release on its way.
  ///
  /// @param why a word for what hinders it; empty when nothing does
  public record Wanted(String version, Phase phase, String why) {}

  /// The releases of one kind.
  ///
  /// @param kind `app` for example
  /// @param current the version that runs, or [#SHIPPED]
  /// @param onTrial whether it has still to prove itself
  /// @param wanted null when nothing else is wanted
  public record Release(String kind, String current, boolean onTrial, @Nullable Wanted wanted) {
    private String text() {
      String text = kind + "=" + current + (onTrial ? ":trial" : "");
      return wanted == null
          ? text
          : text
              + (">" + wanted.version() + ":" + wanted.phase().word())
              + (wanted.why().isEmpty() ? "" : ":" + wanted.why());
    }
  }

  /// Keeps a copy.
  public UpdateSummary {
    releases = List.copyOf(releases);
  }

  /// As it is reported.
  public String text() {
    return Stream.concat(
            paused ? Stream.of(PAUSED) : Stream.of(), releases.stream().map(Release::text))
        .collect(Collectors.joining(" "));
  }

  /// Reads what [#text()] wrote. Words that are not understood are passed over: a newer agent may say more.
  public static UpdateSummary read(String text) {
    List<String> words = Arrays.asList(text.split(" ", -1));
    List<Release> releases = new ArrayList<>();
    for (String word : words) {
      Matcher matcher = RELEASE.matcher(word);
      if (matcher.matches()) {
        releases.add(
            new Release(
                matcher.group(1), matcher.group(2), matcher.group(3) != null, wanted(matcher)));
      }
    }
    return new UpdateSummary(words.contains(PAUSED), releases);
  }

  private static @Nullable Wanted wanted(Matcher matcher) {
    String version = matcher.group(4);
    Optional<Phase> phase = Optional.ofNullable(matcher.group(5)).flatMap(Phase::of);
    String why = matcher.group(6);
    return version == null || phase.isEmpty()
        ? null
        : new Wanted(version, phase.get(), why == null ? "" : why);
  }
}
