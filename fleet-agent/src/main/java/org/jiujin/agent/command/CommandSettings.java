package org.jiujin.agent.command;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the operator may do here.
///
/// @param keys a folder with the public keys of those who may command; without it every command is refused
/// @param rebootProgram program and arguments that start the machine anew; empty when that is not allowed
/// @param appLog where the app's output goes
/// @param agentLog where the agent's own warnings are, if they go to a file
/// @param data a folder for the memory of commands; must exist
public record CommandSettings(
    String group,
    String terminal,
    @Nullable Path keys,
    List<String> rebootProgram,
    Path appLog,
    @Nullable Path agentLog,
    Path data) {
  public CommandSettings {
    rebootProgram = List.copyOf(rebootProgram);
  }
}
