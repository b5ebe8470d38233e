package org.jiujin.demo.peer;

import java.net.URI;
import java.util.List;

/// What the platform sandbox tells about what has arrived; nothing personal.
public final class Platform implements AutoCloseable {
  /// Everything that has arrived.
  public record Received(int applications, int ratings, List<Entry> entries) {
    /// The applications that were filed under that local number.
    public List<Entry> under(String localNumber) {
      return entries.stream().filter(entry -> entry.localNumber().equals(localNumber)).toList();
    }

    /// The applications that got that 办件编号.
    public List<Entry> numbered(String caseNumber) {
      return entries.stream().filter(entry -> entry.caseNumber().equals(caseNumber)).toList();
    }
  }

  /// One application.
  public record Entry(String idempotencyKey, String caseNumber, String localNumber) {}

  private final Web web;

  public Platform(URI platform) {
    this.web = new Web(platform);
  }

  public Received received() {
    return web.json("/sandbox/applications", Received.class);
  }

  @Override
  public void close() {
    web.close();
  }
}
