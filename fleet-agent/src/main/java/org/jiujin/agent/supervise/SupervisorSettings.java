package org.jiujin.agent.supervise;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// How the app is started and reached.
///
/// @param command program and arguments; [#APP] in them stands for the folder of the app
/// @param safeScreen program and arguments of what residents see while the app rests in a crash loop; empty for nothing
/// @param socket where the agent listens; its folder is made if missing
/// @param log where the output of both goes, appended
/// @param data a folder for the supervisor's own files
public record SupervisorSettings(
    List<String> command, List<String> safeScreen, Path socket, Path log, Path data) {
  /// Stands for the folder of the app, which moves with every release.
  public static final String APP = "${app}";

  public SupervisorSettings {
    command = List.copyOf(command);
    safeScreen = List.copyOf(safeScreen);
  }

  List<String> command(Supplier<Path> app) {
    return command.stream()
        .map(word -> word.contains(APP) ? word.replace(APP, app.get().toString()) : word)
        .toList();
  }

  Path appNote() {
    return data.resolve("app.process");
  }

  Path safeScreenNote() {
    return data.resolve("safe-screen.process");
  }
}
