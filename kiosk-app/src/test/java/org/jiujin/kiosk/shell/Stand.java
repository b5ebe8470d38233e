package org.jiujin.kiosk.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.JourneyPort;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.Samples;
import org.jiujin.kiosk.screen.TerminalPort;
import org.jiujin.kiosk.screen.kit.Skin;
import org.jiujin.kiosk.voice.KeptVoicePrompt;

/// A shell on a stand: a state set by hand, events kept, a clock moved by hand. Use it on the FX thread.
public final class Stand implements JourneyPort, TerminalPort, InstantSource, AutoCloseable {
  private static final Theme THEME =
      Theme.load(Path.of(System.getProperty("kiosk.home"), "config"), 4.03);

  public final List<Event> events = new ArrayList<>();
  public final KeptVoicePrompt voice = new KeptVoicePrompt();
  private final List<Consumer<State>> watchers = new ArrayList<>();
  private final List<Consumer<Availability>> deviceWatchers = new ArrayList<>();
  private Instant now = Samples.NOON;
  private State state;
  private Availability availability;
  private final KioskShell shell;
  private final Scene scene;

  public Stand(State state) {
    this(state, Skin.STANDARD);
  }

  public Stand(State state, Skin skin) {
    this(state, skin, Availability.ALL);
  }

  public Stand(State state, Skin skin, Availability availability) {
    this.state = state;
    this.availability = availability;
    shell =
        new KioskShell(
            new KioskShell.Parts(
                this,
                this,
                List.of(Samples.matter()),
                THEME,
                IdleLimits::proposed,
                voice,
                this,
                ZoneId.of("Asia/Shanghai")));
    scene = new Scene(shell.root(), KioskShell.WIDTH, KioskShell.HEIGHT);
    if (skin != shell.skin()) {
      shell.switchSkin();
    }
    layout();
  }

  public KioskShell shell() {
    return shell;
  }

  public Scene scene() {
    return scene;
  }

  /// Moves the journey.
  public void become(State next) {
    state = next;
    List.copyOf(watchers).forEach(watcher -> watcher.accept(next));
    layout();
  }

  /// Moves the clock and lets the shell see it.
  public void pass(Duration time) {
    now = now.plus(time);
    shell.tick();
    layout();
  }

  public void devices(Availability next) {
    availability = next;
    deviceWatchers.forEach(watcher -> watcher.accept(next));
  }

  /// The node with an id, anywhere in the scene.
  public <N extends Node> N node(String id, Class<N> type) {
    Node node = find(shell.root(), id);
    if (node == null) {
      throw new AssertionError("No node has the id " + id);
    }
    return type.cast(node);
  }

  public boolean has(String id) {
    return find(shell.root(), id) != null;
  }

  private static @org.jspecify.annotations.Nullable Node find(Node node, String id) {
    if (id.equals(node.getId())) {
      return node;
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Node found = find(child, id);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /// Gives every node its style and its place, as a pulse would.
  public void layout() {
    for (int i = 0; i < 3; i++) {
      shell.root().applyCss();
      shell.root().layout();
    }
  }

  @Override
  public State state() {
    return state;
  }

  @Override
  public void send(Event event) {
    events.add(event);
  }

  @Override
  public Runnable watch(Consumer<State> watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }

  @Override
  public String placeName() {
    return "通渭县平襄镇便民服务中心";
  }

  @Override
  public String terminalId() {
    return "T621121001";
  }

  @Override
  public Availability availability() {
    return availability;
  }

  @Override
  public Runnable watchDevices(Consumer<Availability> watcher) {
    deviceWatchers.add(watcher);
    return () -> deviceWatchers.remove(watcher);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void close() {
    shell.close();
  }
}
