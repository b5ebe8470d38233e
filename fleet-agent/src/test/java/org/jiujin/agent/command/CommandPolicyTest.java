package org.jiujin.agent.command;

import static org.jiujin.agent.command.Orders.AT;
import static org.jiujin.agent.command.Orders.arrival;
import static org.jiujin.agent.command.Orders.command;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiujin.agent.command.CommandPolicy.Effect;
import org.jiujin.agent.command.CommandPolicy.Input;
import org.jiujin.fleet.command.Command;
import org.jiujin.fleet.command.CommandVerb;
import org.jiujin.fleet.command.CommandVerifier.Verdict;
import org.jiujin.fleet.command.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommandPolicyTest {
  private static final CommandPolicy.Limits SMALL =
      new CommandPolicy.Limits(Duration.ofMinutes(2), Duration.ofHours(24), 3, 5, 2);

  private CommandPolicy policy = new CommandPolicy(Orders.TERMINAL, SMALL);
  private CommandPolicy.State state = CommandPolicy.State.empty(AT.minusSeconds(60));

  @Test
  void takesACommandRunsItAndTellsHowItEnded() {
    Command message = command("c-1", CommandVerb.MESSAGE);
    assertEquals(List.of("c-1 accepted"), give(arrival(AT, message)));
    assertEquals(List.of("c-1 running", "run c-1"), tick());
    assertEquals(
        List.of("c-1 failed PAPER_OUT"),
        give(new Input.Ended("c-1", Outcome.failed("PAPER_OUT"), Duration.ofMillis(70))));
    assertEquals(List.of(), tick());
  }

  @Test
  void tellsTheOldResultAgainAndRunsNothingTwice() {
    Command message = command("c-1", CommandVerb.MESSAGE);
    give(arrival(AT, message));
    assertEquals(List.of("c-1 accepted"), give(arrival(AT, message)));
    tick();
    assertEquals(List.of("c-1 running"), give(arrival(AT, message)));
    end("c-1");
    assertEquals(List.of("c-1 done"), give(arrival(AT.plus(Duration.ofDays(9)), message)));
    assertEquals(List.of(), tick());
  }

  @Test
  void refusesAnotherCommandWithAUsedId() {
    give(arrival(AT, command("c-1", CommandVerb.MESSAGE)));
    assertEquals(
        List.of("c-1 refused used-id"), give(arrival(AT, command("c-1", CommandVerb.REBOOT))));
  }

  @Test
  void refusesWhatIsNotForThisTerminalNow() {
    Command good = command("c-1", CommandVerb.MESSAGE);
    assertEquals(
        List.of("c-1 refused other-terminal"),
        give(arrival(AT, placed(good, "GS-621121", "T621121002"))));
    assertEquals(
        List.of("c-1 refused other-terminal"),
        give(arrival(AT, placed(good, "GS-621122", "T621121001"))));
    assertEquals(
        List.of("c-1 refused expired"), give(arrival(good.notAfter().plusMillis(1), good)));
    assertEquals(List.of("c-1 refused not-yet"), give(arrival(AT.minusSeconds(121), good)));
    assertEquals(
        List.of("c-1 refused too-long-valid"),
        give(
            arrival(
                AT, command("c-1", CommandVerb.MESSAGE, AT, Duration.ofHours(24).plusMillis(1)))));
    assertEquals(
        List.of("c-1 refused unsupported"),
        give(arrival(AT, command("c-1", CommandVerb.UPDATE_NOW))));
    assertEquals(List.of("c-1 refused unknown-verb"), give(arrival(AT, spelled(good, "dance"))));
    assertEquals(List.of(), state.entries());
    assertEquals(List.of("c-1 accepted"), give(arrival(AT.minusSeconds(120), good)));
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhyTheSignatureWasRefusedAndForgetsIt(Refusal reason) {
    var verdict = new Verdict.Refused("c-1", reason);
    assertEquals(List.of("c-1 refused " + reason.word()), give(new Input.Arrived(AT, verdict)));
    assertEquals(List.of(), state.entries());
  }

  @Test
  void waitsUntilTheResidentIsDoneAndSaysSo() {
    give(new Input.Serving(true));
    assertEquals(
        List.of("c-1 waiting"), give(arrival(AT, command("c-1", CommandVerb.RESTART_APP))));
    assertEquals(List.of(), tick());
    give(arrival(AT, command("c-2", CommandVerb.MESSAGE)));
    assertEquals(List.of("c-2 running", "run c-2"), tick(), "a message disturbs nobody");
    end("c-2");
    assertEquals(List.of("c-1 accepted"), give(new Input.Serving(false)));
    assertEquals(List.of("c-1 running", "run c-1"), tick());
  }

  @Test
  void refusesWhatExpiredWhileItWaited() {
    give(new Input.Serving(true));
    Command restart = command("c-1", CommandVerb.RESTART_APP);
    give(arrival(AT, restart));
    assertEquals(List.of(), give(new Input.Tick(restart.notAfter())));
    assertEquals(
        List.of("c-1 refused expired"), give(new Input.Tick(restart.notAfter().plusMillis(1))));
    give(new Input.Serving(false));
    assertEquals(List.of(), tick());
  }

  @Test
  void runsOneAtATime() {
    give(arrival(AT, command("c-1", CommandVerb.MESSAGE)));
    give(arrival(AT, command("c-2", CommandVerb.COLLECT_LOGS)));
    assertEquals(List.of("c-1 running", "run c-1"), tick());
    assertEquals(List.of(), tick());
    end("c-1");
    assertEquals(List.of("c-2 running", "run c-2"), tick());
  }

  @Test
  void takesNoMoreThanItCanHold() {
    give(new Input.Serving(true));
    for (int i = 0; i < 3; i++) {
      give(arrival(AT, command("w-" + i, CommandVerb.REBOOT)));
    }
    assertEquals(
        List.of("c-9 refused queue-full"), give(arrival(AT, command("c-9", CommandVerb.MESSAGE))));
  }

  @Test
  void forgetsTheOldestOnlyWhenItsTimeIsOverAndNeverTakesItAgain() {
    for (int i = 0; i < 5; i++) {
      give(arrival(AT, command("c-" + i, CommandVerb.MESSAGE)));
      tick();
      end("c-" + i);
    }
    assertEquals(
        List.of("c-9 refused queue-full"), give(arrival(AT, command("c-9", CommandVerb.MESSAGE))));
    Instant later = AT.plus(Duration.ofHours(1));
    Command fresh = command("c-9", CommandVerb.MESSAGE, later, Duration.ofMinutes(10));
    assertEquals(List.of("c-9 accepted"), give(arrival(later, fresh)));
    assertEquals(5, state.entries().size());
    // the clock goes back, and with it the forgotten command seems to be valid again
    assertEquals(
        List.of("c-0 refused expired"), give(arrival(AT, command("c-0", CommandVerb.MESSAGE))));
  }

  @Test
  void keepsTheDetailsOfTheLastOnesOnly() {
    var detail = ByteString.copyFromUtf8("picture");
    for (int i = 0; i < 3; i++) {
      give(arrival(AT, command("c-" + i, CommandVerb.SCREENSHOT)));
      tick();
      give(new Input.Ended("c-" + i, Outcome.done(detail), Duration.ZERO));
    }
    assertEquals(
        List.of(ByteString.EMPTY, detail, detail),
        state.entries().stream()
            .map(entry -> ((Entry.Phase.Ended) entry.phase()).result().detail())
            .toList());
  }

  @Test
  void saysAfterACrashThatACommandWasInterruptedUnlessTheCrashWasItsPurpose() {
    assertEquals(List.of("c-1 failed interrupted"), crashedIn(CommandVerb.MESSAGE, "boot-1"));
    assertEquals(List.of("c-1 failed interrupted"), crashedIn(CommandVerb.RESTART_APP, "boot-2"));
    assertEquals(List.of("c-1 done"), crashedIn(CommandVerb.RESTART_AGENT, "boot-1"));
    assertEquals(List.of("c-1 done"), crashedIn(CommandVerb.REBOOT, "boot-2"));
    assertEquals(
        List.of("c-1 failed interrupted"),
        crashedIn(CommandVerb.REBOOT, "boot-1"),
        "only the agent was started again");
  }

  private List<String> crashedIn(CommandVerb verb, String nextBoot) {
    policy = new CommandPolicy(Orders.TERMINAL, SMALL);
    state = CommandPolicy.State.empty(AT);
    give(arrival(AT, command("c-1", verb)));
    tick();
    policy = new CommandPolicy(Orders.terminal(nextBoot), SMALL);
    List<String> told = give(new Input.Begun(AT.plusSeconds(5)));
    assertEquals(List.of(), tick());
    return told;
  }

  @Test
  void doesNotTrustWhatWasIssuedBeforeItsMemoryBegan() {
    state = CommandPolicy.State.empty(AT);
    Command old = command("c-1", CommandVerb.MESSAGE, AT.minusMillis(1), Duration.ofMinutes(5));
    assertEquals(List.of("c-1 refused memory-lost"), give(arrival(AT.plusSeconds(1), old)));
  }

  @Test
  void aClockThatWasAheadWhenTheMemoryBeganShutsNobodyOutForYears() {
    state = CommandPolicy.State.empty(Instant.parse("2036-01-01T00:00:00Z"));
    assertEquals(List.of("c-1 accepted"), give(arrival(AT, command("c-1", CommandVerb.MESSAGE))));
  }

  @Test
  void anEndThatNobodyWaitsForChangesNothing() {
    assertEquals(List.of(), end("c-7"));
    give(arrival(AT, command("c-1", CommandVerb.MESSAGE)));
    assertEquals(List.of(), end("c-1"), "it has not begun");
    tick();
    end("c-1");
    assertEquals(List.of(), give(new Input.Ended("c-1", Outcome.failed("again"), Duration.ZERO)));
    assertTrue(state.entry("c-1").orElseThrow().ended());
  }

  private List<String> tick() {
    return give(new Input.Tick(AT.plusSeconds(1)));
  }

  private List<String> end(String id) {
    return give(new Input.Ended(id, Outcome.done(), Duration.ofMillis(70)));
  }

  private List<String> give(Input input) {
    CommandPolicy.Step step = policy.next(state, input);
    state = step.state();
    List<String> told = new ArrayList<>();
    for (Effect effect : step.effects()) {
      switch (effect) {
        case Effect.Tell(var result) ->
            told.add((result.id() + " " + result.state().word() + " " + result.reason()).strip());
        case Effect.Run(var command) -> told.add("run " + command.id());
      }
    }
    return told;
  }

  private static Command placed(Command like, String group, String terminal) {
    return new Command(
        like.id(),
        group,
        terminal,
        like.verb(),
        Map.of(),
        like.issuedAt(),
        like.notAfter(),
        like.issuer());
  }

  private static Command spelled(Command like, String verb) {
    return new Command(
        like.id(),
        like.group(),
        like.terminal(),
        verb,
        Map.of(),
        like.issuedAt(),
        like.notAfter(),
        like.issuer());
  }
}
