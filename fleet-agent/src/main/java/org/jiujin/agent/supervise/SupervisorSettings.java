package org.jiujin.agent.supervise;

import java.nio.file.Path;
import java.util.List;

/// How the app is started and reached.
///
/// @param command program and arguments
/// @param socket where the agent listens; its folder is made if missing
/// @param log where the app's output goes, appended
/// @param data a folder for the supervisor's own file
public record SupervisorSettings(List<String> command, Path socket, Path log, Path data) {
  public SupervisorSettings {
    command = List.copyOf(command);
  }
}
