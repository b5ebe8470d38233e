package org.jiujin.console.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalStateTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  @Test
  void isNeverSeenBeforeItsFirstBirth() {
    assertEquals(TerminalState.NEVER_SEEN, TerminalState.of(false, false, "", List.of()));
  }

  @Test
  void isOfflineWithoutAConnectionWhateverItLastSaid() {
    assertEquals(
        TerminalState.OFFLINE, TerminalState.of(true, false, "ready", List.of(device("ready"))));
  }

  @Test
  void isOnlineWhenEverythingWorks() {
    assertEquals(
        TerminalState.ONLINE, TerminalState.of(true, true, "ready", List.of(device("ready"))));
  }

  @Test
  void isServingWhileSomebodyUsesIt() {
    assertEquals(TerminalState.SERVING, TerminalState.of(true, true, "serving", List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"starting", "frozen", "stopped", "something-new"})
  void isDegradedWhenItsAppDoesNotWork(String appState) {
    assertEquals(
        TerminalState.DEGRADED, TerminalState.of(true, true, appState, List.of(device("ready"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"degraded", "unavailable"})
  void isDegradedWhenOneDeviceIsEvenWhileServing(String state) {
    assertEquals(
        TerminalState.DEGRADED,
        TerminalState.of(true, true, "serving", List.of(device("ready"), device(state))));
  }

  @Test
  void isDegradedWhenADeviceWentAway() {
    DeviceView gone = DeviceChange.gone(device("ready"), NOW).device();
    assertEquals(TerminalState.DEGRADED, TerminalState.of(true, true, "ready", List.of(gone)));
  }

  @Test
  void waitsForDevicesThatVanishedWithTheTerminal() {
    var awaited = new DeviceView("idcard", false, true, "ready", "", "", "", "", false, NOW);
    assertEquals(TerminalState.ONLINE, TerminalState.of(true, true, "ready", List.of(awaited)));
  }

  @Test
  void doesNotCountAResidentComingAndGoingAsNews() {
    assertFalse(TerminalState.ONLINE.differsForOperators(TerminalState.SERVING));
    assertTrue(TerminalState.SERVING.differsForOperators(TerminalState.DEGRADED));
  }

  private static DeviceView device(String state) {
    return new DeviceView("idcard", true, false, state, "", "", "", "", false, NOW);
  }
}
