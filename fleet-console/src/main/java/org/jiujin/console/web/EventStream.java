package org.jiujin.console.web;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One browser that follows the changes. A slow one gets the latest news of each terminal and misses those between, so
/// what waits for it is never more than one text per terminal.
final class EventStream {
  /// A silent connection is not distinguishable from a lost one.
  static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /// The browser comes back by itself after this time, and then gets everything anew.
  static final Duration LIFE = Duration.ofMinutes(30);

  private final SseEmitter emitter = new SseEmitter(LIFE.toMillis());
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, Event> waiting = new LinkedHashMap<>();
  private boolean closed;

  SseEmitter emitter() {
    return emitter;
  }

  /// Hands over an event; one that waits under the same key is replaced. Never waits for the browser.
  void put(String key, Event event) {
    lock.lock();
    try {
      waiting.put(key, event);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Sends until the browser is gone or the stream is closed; on a thread of its own.
  void run() {
    try {
      emitter.send(SseEmitter.event().name("hello").data("{}").reconnectTime(2000));
      for (Map<String, Event> batch = take(); !isClosed(); batch = take()) {
        send(batch);
      }
      emitter.complete();
    } catch (IOException | IllegalStateException gone) {
      close(); // the container already knows
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      emitter.complete();
    }
  }

  private void send(Map<String, Event> batch) throws IOException {
    if (batch.isEmpty()) {
      emitter.send(SseEmitter.event().comment("alive"));
    }
    for (Event event : batch.values()) {
      emitter.send(SseEmitter.event().name(event.name()).data(event.json()));
    }
  }

  private Map<String, Event> take() throws InterruptedException {
    lock.lock();
    try {
      long left = HEARTBEAT.toNanos();
      while (waiting.isEmpty() && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      Map<String, Event> batch = new LinkedHashMap<>(waiting);
      waiting.clear();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /// @param json on one line
  record Event(String name, String json) {}
}
