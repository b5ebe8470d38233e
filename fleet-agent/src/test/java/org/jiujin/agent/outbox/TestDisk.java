package org.jiujin.agent.outbox;

import java.io.IOException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/// A disk in memory that forgets, at a power cut, what was not forced: the ends of files keep a part that may be garbage, and
/// of the names that changed since the last force only the first few did.
public final class TestDisk implements Disk {
  /// The power went. Unchecked, so that nothing between it and the test takes it for a fault of the disk.
  public static final class PowerCut extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
  }

  private static final class Node {
    private byte[] forced = new byte[0];
    private byte[] written = new byte[0];
  }

  private final Random random;
  private final Map<String, Node> names = new HashMap<>();
  private final Map<String, Node> forcedNames = new HashMap<>();
  private final List<Map<String, Node>> sinceForce = new ArrayList<>();
  private int stepsToCut = Integer.MAX_VALUE;
  private int steps;
  private boolean full;

  public TestDisk(Random random) {
    this.random = random;
  }

  public void cutPowerAfter(int moreSteps) {
    stepsToCut = moreSteps;
  }

  public void full(boolean now) {
    full = now;
  }

  /// How many things were done to the disk.
  int steps() {
    return steps;
  }

  int fileCount() {
    return names.size();
  }

  long bytes() {
    return names.values().stream().mapToLong(node -> node.written.length).sum();
  }

  /// Turns a byte of some file over.
  void damage() {
    List<Node> filled = names.values().stream().filter(node -> node.written.length > 0).toList();
    Node node = filled.get(random.nextInt(filled.size()));
    node.written[random.nextInt(node.written.length)] ^= (byte) (1 + random.nextInt(255));
    node.forced = node.written.clone();
  }

  /// The power is back.
  public void restart() {
    stepsToCut = Integer.MAX_VALUE;
    names.clear();
    names.putAll(
        sinceForce.isEmpty() || random.nextBoolean()
            ? forcedNames
            : sinceForce.get(random.nextInt(sinceForce.size())));
    forceNames();
    names.values().forEach(this::forget);
  }

  /// Only the program was killed: what it wrote is still there.
  public void carryOn() {
    stepsToCut = Integer.MAX_VALUE;
  }

  private void forget(Node node) {
    int forced = node.forced.length;
    int kept = forced + random.nextInt(Math.max(0, node.written.length - forced) + 1);
    byte[] left = Arrays.copyOf(node.written.length < forced ? node.forced : node.written, kept);
    for (int i = forced; i < kept; i++) {
      left[i] = random.nextInt(4) == 0 ? (byte) random.nextInt(256) : left[i];
    }
    node.written = left;
    node.forced = left.clone();
  }

  @Override
  public List<String> names() throws IOException {
    return List.copyOf(names.keySet());
  }

  @Override
  public byte[] read(String name, int most) throws IOException {
    byte[] all = node(name).written;
    return Arrays.copyOf(all, Math.min(all.length, most));
  }

  @Override
  public void append(String name, byte[] bytes) throws IOException {
    step();
    if (!names.containsKey(name)) {
      names.put(name, new Node());
      noteNames();
    }
    Node node = node(name);
    byte[] before = node.written;
    int part = random.nextInt(bytes.length + 1);
    node.written = joined(before, Arrays.copyOf(bytes, part));
    step();
    if (full) {
      throw new IOException("No space left on device");
    }
    node.written = joined(before, bytes);
    step();
    node.forced = node.written.clone();
    step();
  }

  @Override
  public void cut(String name, long length) throws IOException {
    step();
    Node node = node(name);
    node.written = Arrays.copyOf(node.written, (int) length);
    node.forced = node.written.clone();
    step();
  }

  @Override
  public void rename(String from, String to) throws IOException {
    step();
    names.put(to, Objects.requireNonNull(names.remove(from)));
    noteNames();
    step();
  }

  @Override
  public void delete(String name) throws IOException {
    step();
    names.remove(name);
    noteNames();
    step();
  }

  @Override
  public void force() throws IOException {
    step();
    forceNames();
    step();
  }

  private void noteNames() {
    sinceForce.add(Map.copyOf(names));
  }

  private void forceNames() {
    forcedNames.clear();
    forcedNames.putAll(names);
    sinceForce.clear();
  }

  private Node node(String name) throws IOException {
    Node node = names.get(name);
    if (node == null) {
      throw new IOException("no such file");
    }
    return node;
  }

  private void step() {
    steps++;
    if (stepsToCut-- <= 0) {
      throw new PowerCut();
    }
  }

  private static byte[] joined(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
