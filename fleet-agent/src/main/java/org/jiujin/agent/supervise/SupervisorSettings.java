package org.jiujin.agent.supervise;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How the app is started and reached.
///
/// @param command program and arguments; `${app}` in them stands for the folder of the app, which moves with every release, and so for
///     other kinds of release
/// @param safeScreen program and arguments of what residents see while the app rests in a crash loop; empty for nothing
/// @param socket where the agent listens; its folder is made if missing
/// @param log where the output of both goes, appended
/// @param data a folder for the supervisor's own files
public record SupervisorSettings(
    List<String> command, List<String> safeScreen, Path socket, Path log, Path data) {
  private static final Pattern RELEASE = Pattern.compile("\\$\\{([a-z]+)}");

  public SupervisorSettings {
    command = List.copyOf(command);
    safeScreen = List.copyOf(safeScreen);
  }

  /// The kinds of release whose folders stand in the command.
  public Set<String> releases() {
    return command.stream()
        .flatMap(word -> RELEASE.matcher(word).results())
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// @param releases where the release of a kind is
  List<String> command(Function<String, Path> releases) {
    return command.stream()
        .map(word ->
            RELEASE
                .matcher(word)
                .replaceAll(
                    match -> Matcher.quoteReplacement(releases.apply(match.group(1)).toString())))
        .toList();
  }

  Path appNote() {
    return data.resolve("app.process");
  }

  Path safeScreenNote() {
    return data.resolve("safe-screen.process");
  }
}
