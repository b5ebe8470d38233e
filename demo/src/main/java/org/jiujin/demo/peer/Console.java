package org.jiujin.demo.peer;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The fleet console's JSON.
public final class Console implements AutoCloseable {
  /// A terminal as the console knows it.
  public record Terminal(
      String id, String group, String state, String appState, List<Device> devices, Counts counts) {
    public Optional<Device> device(String device) {
      return devices.stream().filter(known -> known.id().equals(device)).findFirst();
    }
  }

  /// A device as the console knows it; `fault` and `mend` are empty while it works.
  public record Device(String id, boolean online, String state, String fault, String mend) {}

  /// What a terminal did today.
  public record Counts(
      int sessionsToday, int doneToday, int storedToday, int failedToday, int outboxDepth) {}

  private final Web web;

  public Console(URI console) {
    this.web = new Web(console);
  }

  public Terminal terminal(String id) {
    return web.json("/api/terminals/" + id, Terminal.class);
  }

  @Override
  public void close() {
    web.close();
  }
}
