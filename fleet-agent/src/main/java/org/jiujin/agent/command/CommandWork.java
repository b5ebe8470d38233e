package org.jiujin.agent.command;

import java.util.function.Consumer;
import org.jiujin.agent.command.CommandPolicy.Input;
import org.jiujin.fleet.command.Command;

/// Where commands are carried out, one at a time.
interface CommandWork extends AutoCloseable {
  /// Begins to carry out a command, and returns at once.
  ///
  /// @param ended told once, on any thread; never when the agent ends meanwhile
  void begin(Command command, Consumer<Input.Ended> ended);

  /// Ends what is being carried out, within a second.
  @Override
  void close();
}
