package org.jiujin.agent.enrol;

import java.io.IOException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A folder in memory that forgets, at a power cut, the names that were not forced, from some moment on.
final class PowerCutDrawer implements Drawer {
  /// The power went. Unchecked, so that nothing between it and the test takes it for a fault of the disk.
  static final class PowerCut extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
  }

  private final Random random;
  private final List<Map<String, String>> sinceForce = new ArrayList<>();
  private Map<String, String> names = new HashMap<>();
  private Map<String, String> forced = Map.of();
  private int stepsToCut = Integer.MAX_VALUE;
  private boolean full;

  PowerCutDrawer(Random random) {
    this.random = random;
  }

  void cutPowerAfter(int steps) {
    stepsToCut = steps;
  }

  void full(boolean now) {
    full = now;
  }

  /// The power is back.
  void restart() {
    stepsToCut = Integer.MAX_VALUE;
    List<Map<String, String>> possible = new ArrayList<>(sinceForce);
    possible.add(forced);
    names = new HashMap<>(possible.get(random.nextInt(possible.size())));
    forced = Map.copyOf(names);
    sinceForce.clear();
  }

  void damage(String name) {
    @Nullable String text = names.get(name);
    if (text != null) {
      names.put(name, text.substring(0, random.nextInt(text.length())));
    }
  }

  @Override
  public Optional<String> read(String name) {
    return Optional.ofNullable(names.get(name));
  }

  @Override
  public void write(String name, String text) throws IOException {
    step();
    change(name, text.substring(0, random.nextInt(text.length())));
    step();
    if (full) {
      throw new IOException("No space left on device");
    }
    change(name, text);
    step();
  }

  @Override
  public void rename(String from, String to) throws IOException {
    step();
    @Nullable String text = names.remove(from);
    if (text == null) {
      throw new IOException("no such file");
    }
    change(to, text);
    step();
  }

  @Override
  public void delete(String name) {
    step();
    names.remove(name);
    sinceForce.add(Map.copyOf(names));
    step();
  }

  @Override
  public void force() {
    step();
    forced = Map.copyOf(names);
    sinceForce.clear();
    step();
  }

  private void change(String name, String text) {
    names.put(name, text);
    sinceForce.add(Map.copyOf(names));
  }

  private void step() {
    stepsToCut--;
    if (stepsToCut < 0) {
      throw new PowerCut();
    }
  }
}
