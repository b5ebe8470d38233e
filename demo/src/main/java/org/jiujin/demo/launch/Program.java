package org.jiujin.demo.launch;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/// A program that a launch starts.
///
/// @param name what people and log files call it
/// @param command program and arguments
/// @param health answers 200 once the program is ready
/// @param limit how long it may take until it is ready
public record Program(String name, List<String> command, URI health, Duration limit) {
  /// The virtual devices and their page.
  public static final String BENCH = "bench";

  /// The stand-in for the provincial platform.
  public static final String PLATFORM = "platform";

  /// The operators' console with its broker and its database.
  public static final String CONSOLE = "console";

  /// The agent, which starts the app.
  public static final String AGENT = "agent";

  public Program {
    command = List.copyOf(command);
  }
}
