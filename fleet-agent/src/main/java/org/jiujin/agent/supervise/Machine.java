package org.jiujin.agent.supervise;

import java.io.IOException;
import java.util.function.Consumer;
import org.jiujin.fleet.local.LocalMessage;

/// What the supervisor moves: processes and the local link. For the supervisor's thread.
interface Machine {
  /// Opens the local link.
  ///
  /// @param received takes what the app says, on any thread; must not wait
  /// @throws IOException if it cannot be opened
  void listen(Consumer<LocalMessage> received) throws IOException;

  /// Ends what an earlier agent left behind when it was killed; bounded.
  void endOrphans();

  /// Starts the app.
  ///
  /// @throws IOException if there is no such program
  AppProcess startApp() throws IOException;

  /// Whether there is something to show while the app rests.
  boolean hasSafeScreen();

  /// Starts what residents see while the app rests.
  ///
  /// @throws IOException if there is no such program
  AppProcess startSafeScreen() throws IOException;

  /// Sends to the app, if one is connected. A message that cannot be sent is lost: the next ping tells.
  void send(LocalMessage message);

  /// Closes the local link.
  void close();
}
