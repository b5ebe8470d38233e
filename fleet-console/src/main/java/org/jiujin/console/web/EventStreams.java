package org.jiujin.console.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jiujin.console.ingest.BrokerLinkChanged;
import org.jiujin.console.terminal.TerminalChanged;
import org.jiujin.console.terminal.Terminals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Tells every following browser what changed: each change is read from the database once, however many follow.
@Component
class EventStreams implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);

  private final Terminals terminals;
  private final JsonMapper json;
  private final WebSettings settings;
  private final List<EventStream> streams = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<String> names = new LinkedHashSet<>();
  private boolean running;

  EventStreams(Terminals terminals, JsonMapper json, WebSettings settings) {
    this.terminals = terminals;
    this.json = json;
    this.settings = settings;
  }

  /// A new stream, or empty if there are too many or the console is stopping.
  Optional<EventStream> open() {
    lock.lock();
    try {
      if (!running || streams.size() >= settings.streams()) {
        return Optional.empty();
      }
      var stream = new EventStream();
      streams.add(stream);
      stream.emitter().onCompletion(() -> forget(stream));
      stream.emitter().onTimeout(stream::close);
      Thread.ofVirtual()
          .name("console-stream")
          .start(() -> {
            stream.run();
            forget(stream);
          });
      return Optional.of(stream);
    } finally {
      lock.unlock();
    }
  }

  @EventListener
  void on(TerminalChanged change) {
    lock.lock();
    try {
      names.add(change.name());
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  @EventListener
  void on(BrokerLinkChanged change) {
    var event = new EventStream.Event("link", json.writeValueAsString(change));
    streams.forEach(stream -> stream.put("link", event));
  }

  @Override
  public void start() {
    lock.lock();
    try {
      running = true;
    } finally {
      lock.unlock();
    }
    Thread.ofVirtual().name("console-events").start(this::run);
  }

  @Override
  public void stop() {
    lock.lock();
    try {
      running = false;
      changed.signal();
    } finally {
      lock.unlock();
    }
    streams.forEach(EventStream::close);
  }

  @Override
  public boolean isRunning() {
    lock.lock();
    try {
      return running;
    } finally {
      lock.unlock();
    }
  }

  private void forget(EventStream stream) {
    stream.close();
    streams.remove(stream);
  }

  private void run() {
    try {
      for (List<String> batch = take(); isRunning(); batch = take()) {
        batch.forEach(this::tell);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> take() throws InterruptedException {
    lock.lock();
    try {
      while (names.isEmpty() && running) {
        changed.await();
      }
      var batch = new ArrayList<>(names);
      names.clear();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void tell(String name) {
    if (streams.isEmpty()) {
      return;
    }
    try {
      terminals
          .find(name)
          .map(ApiTerminal::of)
          .map(terminal -> new EventStream.Event("terminal", json.writeValueAsString(terminal)))
          .ifPresent(event -> streams.forEach(stream -> stream.put(name, event)));
    } catch (DataAccessException silent) {
      LOG.info("A change of {} was not told: the database does not answer", name);
    }
  }
}
