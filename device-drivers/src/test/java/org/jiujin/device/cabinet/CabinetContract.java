package org.jiujin.device.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jiujin.device.DeviceLease;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Eventually;
import org.jiujin.device.Fault;
import org.jiujin.device.SwitchOutcome;
import org.jiujin.device.cabinet.Readings.Door;
import org.jiujin.device.cabinet.Readings.Mains;
import org.jiujin.device.cabinet.Readings.Tamper;
import org.jiujin.testkit.AnnouncesLoggedException;
import org.junit.jupiter.api.Test;

/// What every cabinet must do, however it is connected. All sensors are wired.
public interface CabinetContract {
  Duration NOTICED = Duration.ofSeconds(3);
  Duration LIGHT = Duration.ofMinutes(5);

  /// The cabinet under test, ready: closed, quiet, on mains, full battery, 21.5 °C.
  Cabinet cabinet();

  void door(boolean open);

  void tamper(boolean alarmed);

  void mains(boolean present);

  void battery(int percent);

  void temperature(int tenths);

  boolean lamp();

  boolean buzzer();

  /// How often the buzzer began.
  int buzzes();

  void plug();

  void unplug();

  /// The board forgets its outputs.
  void restart();

  void fallSilent();

  @Test
  default void tellsWhatTheSensorsSay() {
    var readings = cabinet().readings();
    assertTrue(readings.door().says(Door.CLOSED));
    assertTrue(readings.tamper().says(Tamper.QUIET));
    assertTrue(readings.mains().says(Mains.PRESENT));
    assertTrue(readings.batteryPercent().says(100));
    assertTrue(readings.temperatureTenths().says(215));
  }

  @Test
  default void measuresFrost() {
    temperature(-73);
    await("-7.3", () -> cabinet().readings().temperatureTenths().says(-73));
  }

  @Test
  default void showsTheWorstOfAllAndStillWorks() {
    mains(false);
    awaitDegraded(Fault.Code.ON_BATTERY);
    door(true);
    awaitDegraded(Fault.Code.DOOR_OPEN);
    temperature(-150);
    awaitDegraded(Fault.Code.TOO_COLD);
    temperature(650);
    awaitDegraded(Fault.Code.TOO_HOT);
    battery(7);
    awaitDegraded(Fault.Code.BATTERY_LOW);
    tamper(true);
    awaitDegraded(Fault.Code.TAMPERED);
    assertInstanceOf(SwitchOutcome.Switched.class, cabinet().lampOn(LIGHT));
    tamper(false);
    mains(true);
    temperature(215);
    door(false);
    awaitReady();
  }

  @Test
  default void tellsListenersOfChangesAndSinceWhen() {
    var heard = new CopyOnWriteArrayList<Readings>();
    var listening = cabinet().watch(heard::add);
    assertEquals(1, heard.size(), "the present readings at once");
    door(true);
    await("the door", () -> heard.getLast().door().says(Door.OPEN));
    assertEquals(2, heard.size(), "nothing but the change");
    assertTrue(since(heard.get(1).door()).isAfter(since(heard.get(0).door())));
    assertEquals(heard.get(0).mains(), heard.get(1).mains(), "unchanged, and since when too");
    listening.close();
    door(false);
    await("closed", () -> cabinet().readings().door().says(Door.CLOSED));
    assertEquals(2, heard.size());
  }

  @Test
  @AnnouncesLoggedException(IllegalStateException.class)
  default void survivesAListenerThatThrows() {
    try (var _ =
        cabinet()
            .watch(readings -> {
              throw new IllegalStateException("a mistake of the test");
            })) {
      door(true);
      awaitDegraded(Fault.Code.DOOR_OPEN);
    }
  }

  @Test
  default void switchesTheLamp() {
    assertEquals(new SwitchOutcome.Switched(), cabinet().lampOn(LIGHT));
    assertTrue(lamp());
    assertEquals(new SwitchOutcome.Switched(), cabinet().lampOff());
    assertFalse(lamp());
  }

  @Test
  default void letsTheLampGoOffByItself() {
    cabinet().lampOn(Duration.ofMillis(300));
    assertTrue(lamp());
    await("dark", () -> !lamp());
    assertThrows(
        IllegalArgumentException.class,
        () -> cabinet().lampOn(Cabinet.LONGEST_LIGHT.plusMillis(1)));
    assertThrows(IllegalArgumentException.class, () -> cabinet().lampOn(Duration.ZERO));
  }

  @Test
  default void buzzesInAPatternThatEnds() {
    var pattern = new BuzzerPattern(Duration.ofMillis(400), Duration.ofMillis(400), 2);
    assertEquals(new SwitchOutcome.Switched(), cabinet().buzz(pattern));
    assertTrue(buzzer());
    await("twice and silent", () -> buzzes() == 2 && !buzzer());
    assertEquals(2, buzzes());
  }

  @Test
  default void fallsSilentWhenAsked() {
    cabinet().buzz(BuzzerPattern.ALARM);
    assertEquals(new SwitchOutcome.Switched(), cabinet().silence());
    assertFalse(buzzer());
  }

  @Test
  default void leavesEverythingOffWhenTheSessionEnds() {
    assertTrue(cabinet().lease().acquire("session-1", Duration.ofMinutes(1)));
    DeviceLease.as("session-1", () -> cabinet().lampOn(LIGHT));
    DeviceLease.as("session-1", () -> cabinet().buzz(BuzzerPattern.ALARM));
    assertTrue(lamp() && buzzer());
    cabinet().lease().release("session-1");
    await("off", () -> !lamp() && !buzzer());
  }

  @Test
  default void leavesEverythingOffWhenTheLeaseRunsOut() {
    assertTrue(cabinet().lease().acquire("session-1", Duration.ofMillis(600)));
    DeviceLease.as("session-1", () -> cabinet().lampOn(LIGHT));
    await("off", () -> !lamp());
  }

  @Test
  default void refusesWhoeverDoesNotHoldTheLease() {
    assertTrue(cabinet().lease().acquire("session-1", Duration.ofMinutes(1)));
    assertRefused(Fault.Code.IN_USE, cabinet().lampOn(LIGHT));
    assertRefused(
        Fault.Code.IN_USE, DeviceLease.as("session-2", () -> cabinet().buzz(BuzzerPattern.ONCE)));
    assertFalse(lamp() || buzzer());
  }

  @Test
  default void leavesEverythingOffWhenClosed() {
    cabinet().lampOn(LIGHT);
    cabinet().close();
    cabinet().close();
    assertFalse(lamp());
    assertThrows(IllegalStateException.class, () -> cabinet().lampOn(LIGHT));
  }

  @Test
  default void tellsARestartedBoardAgain() {
    cabinet().lampOn(LIGHT);
    restart();
    assertFalse(lamp());
    await("on again", this::lamp);
  }

  @Test
  default void knowsNothingWhileUnpluggedAndRecoversByItself() {
    cabinet().lampOn(LIGHT);
    unplug();
    await(
        "not connected",
        () ->
            cabinet().status() instanceof DeviceStatus.Unavailable(var fault, _)
                && fault.code() == Fault.Code.NOT_CONNECTED);
    assertInstanceOf(Reading.Unknown.class, cabinet().readings().door());
    assertRefused(Fault.Code.NOT_CONNECTED, cabinet().buzz(BuzzerPattern.ONCE));
    door(true);
    plug();
    awaitDegraded(Fault.Code.DOOR_OPEN);
    await("the lamp's time is not over", this::lamp);
    assertEquals(0, buzzes(), "what was refused is never done later");
  }

  @Test
  default void survivesACableThatFlaps() {
    for (int i = 0; i < 5; i++) {
      unplug();
      plug();
    }
    await("works again", () -> cabinet().lampOn(LIGHT) instanceof SwitchOutcome.Switched);
    assertTrue(lamp());
  }

  @Test
  default void isUncertainWhenTheBoardFallsSilent() {
    fallSilent();
    var uncertain = assertInstanceOf(SwitchOutcome.Uncertain.class, cabinet().lampOn(LIGHT));
    assertEquals(Fault.Code.NO_ANSWER, uncertain.fault().code());
    await("no answer", () -> !cabinet().status().usable());
    assertInstanceOf(Reading.Unknown.class, cabinet().readings().mains());
    assertRefused(Fault.Code.NO_ANSWER, cabinet().buzz(BuzzerPattern.ONCE));
  }

  private static void assertRefused(Fault.Code code, SwitchOutcome outcome) {
    assertEquals(code, assertInstanceOf(SwitchOutcome.Refused.class, outcome).fault().code());
  }

  private static Instant since(Reading<?> reading) {
    return assertInstanceOf(Reading.Known.class, reading).since();
  }

  private void awaitReady() {
    await("ready", () -> cabinet().status() instanceof DeviceStatus.Ready);
  }

  private void awaitDegraded(Fault.Code code) {
    await(
        code.name(),
        () ->
            cabinet().status() instanceof DeviceStatus.Degraded(var fault, _)
                && fault.code() == code);
  }

  private void await(String what, BooleanSupplier fact) {
    Eventually.within(
        NOTICED, () -> what + " but " + cabinet().status() + cabinet().readings(), fact);
  }
}
