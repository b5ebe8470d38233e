package org.jiujin.agent.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiujin.agent.configuration.ConfigurationPolicy.Effect;
import org.jiujin.agent.configuration.ConfigurationPolicy.Input;
import org.jiujin.agent.configuration.ConfigurationPolicy.State;
import org.jiujin.fleet.command.Refusal;
import org.jiujin.fleet.record.RecordBody;
import org.junit.jupiter.api.Test;

class ConfigurationPolicyTest {
  private static final Map<String, String> HOTLINE = Map.of("place.hotline", "12345");
  private static final Map<String, String> KEEP_ALIVE = Map.of("broker.keep-alive-seconds", "90");

  private final ConfigurationPolicy policy =
      new ConfigurationPolicy(
          new ConfigurationPolicy.Terminal(Documents.GROUP, Documents.TERMINAL),
          ConfigurationPolicy.Limits.usual(Duration.ofMinutes(5)));
  private final List<Effect> effects = new ArrayList<>();
  private Instant now = Documents.AT;
  private State state = State.NOTHING;

  @Test
  void aNewConfigurationIsGoodWhenItsTrialIsOver() {
    assertTaken(Documents.signed(1, HOTLINE));
    assertEquals("place.hotline=waits", Drift.of(state));
    pass(Duration.ofHours(1), true); // a resident who takes a long time
    assertNull(state.lastGood(), "the app has not even tried it");
    take(new Input.AppTook(now, 1, List.of()));
    assertEquals("", Drift.of(state));
    pass(Duration.ofMinutes(4), true);
    assertNull(state.lastGood());
    pass(Duration.ofMinutes(1), true);
    assertEquals(1, good());
    assertNull(state.trial());
  }

  @Test
  void theSameAgainChangesNothing() {
    ByteString first = Documents.signed(1, HOTLINE);
    assertTaken(first);
    State before = state;
    take(first);
    assertEquals(List.of(new Effect.Took()), effects);
    take(Documents.signed(1, HOTLINE)); // signed again
    assertEquals(List.of(new Effect.Took()), effects);
    assertEquals(before, state);
  }

  @Test
  void whatIsOlderOrOtherOrForOthersOrBadIsRefusedAndNothingChanges() {
    assertTaken(Documents.signed(5, HOTLINE));
    State before = state;
    assertRefused(Refusal.OLD_VERSION, Documents.signed(4, HOTLINE));
    assertRefused(Refusal.OLD_VERSION, Documents.signed(5, Map.of()));
    assertRefused(Refusal.OTHER_TERMINAL, Documents.signed("T621121002", 6, HOTLINE));
    assertRefused(Refusal.BAD_VALUE, Documents.signed(6, Map.of("disk.low-mb", "x")));
    assertEquals(List.of(new Effect.Refused(Refusal.BAD_VALUE, List.of("disk.low-mb"))), effects);
    assertRefused(Refusal.UNREADABLE, ByteString.copyFromUtf8("nothing"));
    assertEquals(before, state);
  }

  @Test
  void unknownNamesDoNotBlockAndAreTold() {
    assertTaken(Documents.signed(1, Map.of("voice.volume", "7")));
    assertEquals("voice.volume=unknown", Drift.of(state));
  }

  @Test
  void anAppThatEndsTwiceGivesTheConfigurationUp() {
    assertProven(Documents.signed(1, HOTLINE));
    assertTaken(Documents.signed(2, Map.of("place.hotline", "12333")));
    take(new Input.AppEnded(false));
    assertEquals(2, state.version());
    take(new Input.AppEnded(true));
    take(new Input.AppEnded(false));
    assertFellBack(2, 1, "app-ended");
    assertEquals("place.hotline=waits version-2=app-ended", Drift.of(state));
    assertRefused(Refusal.GIVEN_UP, Documents.signed(2, Map.of("place.hotline", "12333")));
    assertRefused(Refusal.OLD_VERSION, Documents.signed(2, HOTLINE));
    assertTaken(Documents.signed(3, HOTLINE));
  }

  @Test
  void withoutALastGoodOneTheTerminalsOwnFilesCount() {
    assertTaken(Documents.signed(1, HOTLINE));
    take(new Input.AppRests());
    assertFellBack(1, 0, "crash-loop");
    assertTrue(effects.contains(new Effect.TellApp(0, state.effective())), "the app is told");
    assertTrue(state.effective().values().isEmpty());
  }

  @Test
  void anAppThatRefusesGivesItUpOnTrialAndIsTheDriftLater() {
    assertTaken(Documents.signed(1, HOTLINE));
    take(new Input.AppTook(now, 1, List.of("place.hotline")));
    assertFellBack(1, 0, "app-refused");
    assertProven(Documents.signed(2, Map.of("place.hotline", "1-2-3", "place.name", "便民站")));
    take(new Input.AppTook(now, 2, List.of("place.hotline")));
    assertEquals(2, state.version());
    assertEquals("place.hotline=refused place.name=held-back", Drift.of(state));
    take(new Input.AppTook(now, 1, List.of()));
    assertEquals("place.hotline=refused place.name=held-back", Drift.of(state), "an old answer");
  }

  @Test
  void limitsThatMakeTheAppStartAgainAndAgainAreGivenUp() {
    assertTaken(Documents.signed(1, Map.of("app.memory-soft-mb", "256")));
    for (int i = 0; i < 3; i++) {
      take(new Input.AppEnded(true));
    }
    assertEquals(1, state.version());
    take(new Input.AppEnded(true));
    assertFellBack(1, 0, "app-restarts");
  }

  @Test
  void aSettingOfTheLinkIsGoodOnlyWithTheLink() {
    assertTaken(Documents.signed(1, KEEP_ALIVE));
    pass(Duration.ofMinutes(6), false);
    assertNull(state.lastGood());
    pass(Duration.ofMinutes(1), true);
    assertEquals(1, good());
    assertTaken(Documents.signed(2, Map.of("broker.keep-alive-seconds", "120")));
    pass(Duration.ofMinutes(15), false);
    assertFellBack(2, 1, "no-link");
  }

  @Test
  void anOutageDoesNotCostAConfigurationThatHasNothingToDoWithTheLink() {
    assertProven(Documents.signed(1, KEEP_ALIVE));
    assertTaken(
        Documents.signed(2, Map.of("broker.keep-alive-seconds", "90", "disk.low-mb", "99")));
    pass(Duration.ofHours(1), false);
    assertEquals(2, good());
  }

  @Test
  void anAgentThatDoesNotStayUpGivesItUp() {
    Document good = Documents.document(Documents.signed(1, HOTLINE));
    Document tried = Documents.document(Documents.signed(2, Map.of("disk.low-mb", "99")));
    for (int starts = 0; starts < 3; starts++) {
      take(new Input.Begun(now, new Kept(tried, good, null, starts, false)));
      assertEquals(2, state.version());
      assertEquals(starts + 1, state.starts());
    }
    take(new Input.Stopping());
    assertEquals(2, state.starts(), "an orderly end does not count");
    take(new Input.Begun(now, new Kept(tried, good, null, 3, false)));
    assertFellBack(2, 1, "agent-restarts");
  }

  @Test
  void whatIsDamagedOrGivenUpOrNotOursIsNeverInForce() {
    Document good = Documents.document(Documents.signed(1, HOTLINE));
    Document other = Documents.document(Documents.signed("T621121002", 2, HOTLINE));
    Document bad = Documents.document(Documents.signed(2, Map.of("disk.low-mb", "x")));
    take(new Input.Begun(now, new Kept(null, good, null, 0, true)));
    assertFellBack(0, 1, "damaged");
    take(new Input.Begun(now, new Kept(other, good, null, 0, false)));
    assertFellBack(0, 1, "damaged");
    take(new Input.Begun(now, new Kept(bad, good, null, 0, false)));
    assertFellBack(0, 1, "damaged");
    take(new Input.Begun(now, new Kept(null, null, null, 0, true)));
    assertFellBack(0, 0, "damaged");
    assertEquals("version=damaged", Drift.of(state));
    Document left = Documents.document(Documents.signed(2, HOTLINE));
    take(new Input.Begun(now, new Kept(left, good, left, 0, false)));
    assertFellBack(2, 1, "interrupted");
    take(new Input.Begun(now, new Kept(left, null, left, 0, false)));
    assertEquals(0, state.version());
    assertEquals(List.of(new Effect.Apply(state.effective())), effects, "told long ago");
    assertEquals("version-2=given-up", Drift.of(state));
  }

  @Test
  void anAppIsToldAtItsGreetingIfThereEverWasAConfiguration() {
    take(new Input.AppGreeted());
    assertEquals(List.of(), effects);
    assertProven(Documents.signed(1, HOTLINE));
    take(new Input.AppEnded(false));
    assertEquals("place.hotline=waits", Drift.of(state));
    take(new Input.AppGreeted());
    assertEquals(List.of(new Effect.TellApp(1, state.effective())), effects);
  }

  private void assertProven(ByteString signed) {
    assertTaken(signed);
    take(new Input.AppTook(now, state.version(), List.of()));
    pass(Duration.ofMinutes(5), true);
    assertEquals(state.inForce(), state.lastGood());
  }

  private void assertTaken(ByteString signed) {
    take(signed);
    assertEquals(new Effect.Took(), effects.getLast());
    assertEquals(signed, inForce());
  }

  private void assertRefused(Refusal reason, ByteString signed) {
    take(signed);
    assertEquals(reason, assertInstanceOf(Effect.Refused.class, effects.getLast()).reason());
  }

  private void assertFellBack(long from, long to, String why) {
    assertEquals(
        new Effect.Alarm(new RecordBody.ConfigurationFellBack(from, to, why)), effects.getLast());
    assertEquals(to, state.version());
    assertTrue(effects.contains(new Effect.Apply(state.effective())));
  }

  private ByteString inForce() {
    return state.inForce() == null ? ByteString.EMPTY : state.inForce().signed();
  }

  private long good() {
    return state.lastGood() == null ? 0 : state.lastGood().version();
  }

  private void pass(Duration time, boolean online) {
    now = now.plus(time);
    take(new Input.Tick(now, online));
  }

  private void take(ByteString signed) {
    take(new Input.Arrived(now, Documents.verdict(signed), signed));
  }

  private void take(Input input) {
    ConfigurationPolicy.Step step = policy.next(state, input);
    state = step.state();
    effects.clear();
    effects.addAll(step.effects());
  }
}
