package org.jiujin.agent.command;

import org.jiujin.fleet.command.Command;

/// Carries out commands of one kind.
@FunctionalInterface
public interface CommandRunner {
  /// Carries out a command and comes back within three minutes. On a thread of its own, one command at a time.
  ///
  /// @throws InterruptedException if the agent ends meanwhile
  Outcome run(Command command) throws InterruptedException;
}
