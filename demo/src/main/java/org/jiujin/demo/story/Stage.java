package org.jiujin.demo.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jiujin.demo.launch.Layout;
import org.jiujin.demo.launch.Whole;
import org.jiujin.demo.peer.Bench;
import org.jiujin.demo.peer.Console;
import org.jiujin.demo.peer.ConsolePage;
import org.jiujin.demo.peer.Platform;
import org.jiujin.demo.peer.TouchScreen;
import org.jspecify.annotations.Nullable;

/// What the steps of a story can reach. Everything that waits does so until the limit of the step and then throws
/// [StepFailed]. Used by one thread.
public final class Stage implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(50);

  /// How long a picture may take to stop moving; one that never does is kept as it is.
  private static final Duration SETTLE_LIMIT = Duration.ofMillis(1500);

  private final Whole whole;
  private final Timeline timeline;
  private final Album album;
  private final TouchScreen screen;
  private final TouchScreen newScreen;
  private final Bench bench;
  private final Console console;
  private final Platform platform;
  private final Resident resident = new Resident(this);
  private final Map<String, String> kept = new HashMap<>();
  private @Nullable ConsolePage page;
  private long deadline;

  Stage(Whole whole, Timeline timeline, Album album) {
    this.whole = whole;
    this.timeline = timeline;
    this.album = album;
    this.screen = new TouchScreen(whole.mirror());
    this.newScreen = new TouchScreen(whole.newMirror());
    this.bench = new Bench(whole.bench());
    this.console = new Console(whole.console());
    this.platform = new Platform(whole.platform());
  }

  /// The processes, to kill and start again.
  public Whole whole() {
    return whole;
  }

  /// The hands at the device bench.
  public Bench bench() {
    return bench;
  }

  /// The person in front of the touch screen.
  public Resident resident() {
    return resident;
  }

  /// What the platform has received.
  public Platform platform() {
    return platform;
  }

  /// What the console knows about the terminal.
  public Console.Terminal terminal() {
    return terminal(Layout.TERMINAL);
  }

  /// What the console knows about a terminal.
  public Console.Terminal terminal(String id) {
    return console.terminal(id);
  }

  /// The terminal's page in the operator's browser; opened at the first call and left open.
  public ConsolePage page() {
    ConsolePage open = page;
    return open == null ? openPage("terminals/" + Layout.TERMINAL) : open;
  }

  /// Another page in the operator's browser.
  public ConsolePage page(String path) {
    ConsolePage open = page;
    if (open == null) {
      return openPage(path);
    }
    open.go(whole.console().resolve(path));
    return open;
  }

  private ConsolePage openPage(String path) {
    ConsolePage opened =
        ConsolePage.open(
            whole.console().resolve(path),
            whole.layout().run().resolve("chromium"),
            whole.layout().home().resolve("config/fonts"));
    page = opened;
    return opened;
  }

  /// The touch screen itself.
  public TouchScreen screen() {
    return screen;
  }

  /// The touch screen of the second terminal, where a story has put one up.
  public TouchScreen newScreen() {
    return newScreen;
  }

  /// Notes in the timeline what happened; nothing personal.
  public void note(String what) {
    timeline.add(what);
  }

  /// Keeps a value for later steps, and in the timeline; nothing personal.
  public void keep(String name, String value) {
    kept.put(name, value);
    note(name + " is " + value);
  }

  /// A value that an earlier step kept.
  public String kept(String name) {
    return Optional.ofNullable(kept.get(name))
        .orElseThrow(() -> new StepFailed("No earlier step has kept " + name));
  }

  /// Keeps the terminal's screen as a picture, once it has stopped moving.
  public void pictureScreen(String name) {
    pictureOf(screen, name);
  }

  /// Keeps the second terminal's screen as a picture, once it has stopped moving.
  public void pictureNewScreen(String name) {
    pictureOf(newScreen, name);
  }

  private void pictureOf(TouchScreen shown, String name) {
    long limit = System.nanoTime() + SETTLE_LIMIT.toNanos();
    byte[] before = shown.picture();
    byte[] now = shown.picture();
    while (!Arrays.equals(before, now) && System.nanoTime() < limit) {
      pause();
      before = now;
      now = shown.picture();
    }
    picture(name, now);
  }

  /// Keeps the operator's page as a picture.
  public void picturePage(String name) {
    picture(name, page().picture());
  }

  /// Keeps a picture.
  public void picture(String name, byte[] png) {
    Path file = album.keep(name, png);
    note("picture " + file.getFileName());
  }

  void begin(Step step) {
    deadline = System.nanoTime() + step.limit().toNanos();
    timeline.begin(step.name());
  }

  /// Waits until something holds. A peer that does not answer counts as "not yet".
  public void until(String what, BooleanSupplier holds) throws InterruptedException {
    await(what, () -> holds.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  /// Waits for a value.
  public <T> T await(String what, Supplier<Optional<T>> look) throws InterruptedException {
    String silence = "";
    while (true) {
      try {
        Optional<T> found = look.get();
        if (found.isPresent()) {
          return found.get();
        }
        silence = "";
      } catch (UncheckedIOException silent) {
        silence = "; " + silent.getMessage();
      }
      if (System.nanoTime() >= deadline) {
        throw new StepFailed("waited in vain for " + what + silence);
      }
      pause();
      if (Thread.interrupted()) {
        throw new InterruptedException("the story is being stopped");
      }
    }
  }

  /// The other side is another process that offers nothing to wait on, so it is asked again after a moment.
  private static void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL.toMillis()));
  }

  /// What the terminal shows now, without anything personal.
  String seen() {
    try {
      return screen.look().toString();
    } catch (UncheckedIOException silent) {
      return "the screen does not answer";
    }
  }

  /// Closes the browser and the connections; the processes go on.
  @Override
  public void close() {
    ConsolePage open = page;
    page = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (UncheckedIOException alreadyGone) {
      note("the browser had ended before it was closed");
    } finally {
      screen.close();
      newScreen.close();
      bench.close();
      console.close();
      platform.close();
    }
  }

  /// Writes the timeline.
  void write(Path folder) throws IOException {
    timeline.write(folder);
  }
}
