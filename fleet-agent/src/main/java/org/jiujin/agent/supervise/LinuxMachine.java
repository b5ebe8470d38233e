package org.jiujin.agent.supervise;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jiujin.fleet.local.LocalMessage;
import org.jspecify.annotations.Nullable;

/// Child processes and a Unix-domain socket.
final class LinuxMachine implements Machine {
  private final SupervisorSettings settings;
  private final Function<String, Path> releases;
  private @Nullable AppSocket socket;

  /// @param releases where the release of a kind is; asked at every start
  LinuxMachine(SupervisorSettings settings, Function<String, Path> releases) {
    this.settings = settings;
    this.releases = releases;
  }

  @Override
  public void listen(Consumer<LocalMessage> received) throws IOException {
    socket = AppSocket.listen(settings.socket(), received);
  }

  @Override
  public void endOrphans() {
    ChildProcess.endOrphan(settings.safeScreenNote());
    ChildProcess.endOrphan(settings.appNote());
  }

  @Override
  public AppProcess startApp() throws IOException {
    return ChildProcess.start(settings.command(releases), settings.log(), settings.appNote());
  }

  @Override
  public boolean hasSafeScreen() {
    return !settings.safeScreen().isEmpty();
  }

  @Override
  public AppProcess startSafeScreen() throws IOException {
    return ChildProcess.start(settings.safeScreen(), settings.log(), settings.safeScreenNote());
  }

  @Override
  public void send(LocalMessage message) {
    if (socket != null) {
      socket.send(message);
    }
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.close();
    }
  }
}
