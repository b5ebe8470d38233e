package org.jiujin.agent.lone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jiujin.agent.health.Snapshot;
import org.junit.jupiter.api.Test;

class SimulatedTerminalTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-23T02:00:00Z"));
  private static final List<String> DEVICES = List.of("idcard", "receipt");

  private final SimulatedTerminal terminal = terminal(1);

  @Test
  void everyChangeIsSeenAndTheNodeAndItsDevicesTakeTurns() {
    for (int i = 0; i < 40; i++) {
      Snapshot before = terminal.snapshot();
      terminal.change();
      Snapshot after = terminal.snapshot();
      boolean ofNode = i % 2 == 0;
      assertEquals(!ofNode, before.node().equals(after.node()), "change " + i);
      assertEquals(ofNode, before.devices().equals(after.devices()), "change " + i);
    }
  }

  @Test
  void theSameSeedTellsTheSameStory() {
    SimulatedTerminal same = terminal(1);
    SimulatedTerminal other = terminal(2);
    boolean differs = false;
    for (int i = 0; i < 40; i++) {
      terminal.change();
      same.change();
      other.change();
      assertEquals(terminal.snapshot(), same.snapshot());
      differs |= !terminal.snapshot().equals(other.snapshot());
    }
    assertTrue(differs, "another seed tells another story");
  }

  @Test
  void devicesComeAndGoByTurns() {
    assertTrue(reachable("idcard"));
    terminal.unplugOrPlug();
    assertFalse(reachable("idcard"));
    terminal.unplugOrPlug();
    assertTrue(reachable("idcard"));
    terminal.unplugOrPlug();
    assertFalse(reachable("receipt"));
  }

  @Test
  void anEmptyTerminalLivesToo() {
    var empty = new SimulatedTerminal(List.of(), true, new Random(1), CLOCK);
    Snapshot before = empty.snapshot();
    empty.change();
    empty.unplugOrPlug();
    assertNotEquals(before, empty.snapshot());
  }

  @Test
  void itsDevicesGoWithTheApp() {
    terminal.stop();
    assertTrue(terminal.snapshot().devices().isEmpty());
    terminal.change();
    assertTrue(terminal.snapshot().devices().isEmpty());
  }

  private boolean reachable(String id) {
    return Objects.requireNonNull(terminal.snapshot().devices().get(id)).reachable();
  }

  private static SimulatedTerminal terminal(long seed) {
    return new SimulatedTerminal(DEVICES, false, new Random(seed), CLOCK);
  }
}
