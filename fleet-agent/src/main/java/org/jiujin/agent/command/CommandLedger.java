package org.jiujin.agent.command;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jiujin.agent.command.CommandPolicy.Effect;
import org.jiujin.agent.command.CommandPolicy.Input;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.command.CommandResult;
import org.jiujin.fleet.command.CommandVerifier.Verdict;
import org.jiujin.fleet.command.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The policy with a memory that survives: what it decided is on the disk before anything of it happens. For one thread.
///
/// On a disk that refuses, no command is taken, none begins, and what ends is told when the disk takes it.
final class CommandLedger {
  private static final Logger LOG = LoggerFactory.getLogger(CommandLedger.class);

  private final CommandPolicy policy;
  private final LedgerStore store;
  private CommandPolicy.State state;
  private final Deque<Input> owed = new ArrayDeque<>();
  private boolean failing;

  private CommandLedger(CommandPolicy policy, LedgerStore store, CommandPolicy.State state) {
    this.policy = policy;
    this.store = store;
    this.state = state;
  }

  /// Reads what an earlier agent remembered. A memory that cannot be read is lost: commands that were issued before now will be
  /// refused.
  static CommandLedger open(CommandPolicy policy, LedgerStore store, Instant now) {
    try {
      Optional<byte[]> bytes = store.read();
      if (bytes.isPresent()) {
        return new CommandLedger(policy, store, LedgerCodec.decode(bytes.get()));
      }
      LOG.info("the memory of commands begins");
    } catch (IOException | MalformedMessageException e) {
      LOG.error("the memory of commands is lost: {}", e.toString());
    }
    return new CommandLedger(policy, store, CommandPolicy.State.empty(now));
  }

  /// Takes an input.
  ///
  /// @return what must happen now, in this order
  List<Effect> take(Input input) {
    List<Effect> effects = new ArrayList<>();
    while (!owed.isEmpty() && attempt(owed.getFirst(), effects)) {
      owed.removeFirst();
    }
    switch (input) {
      case Input.Arrived(_, Verdict.Genuine(var command)) -> {
        if (!attempt(input, effects)) {
          effects.add(new Effect.Tell(CommandResult.refused(command.id(), Refusal.NOT_STORED)));
        }
      }
      case Input.Begun _, Input.Ended _ -> {
        if (!owed.isEmpty() || !attempt(input, effects)) {
          owed.addLast(input); // nothing runs before it is told, so no more than two are owed
        }
      }
      case Input.Tick _ -> {
        if (owed.isEmpty()) {
          attempt(input, effects); // the next one tries again
        }
      }
      case Input.Arrived _, Input.Serving _ -> attempt(input, effects); // nothing to keep
    }
    return effects;
  }

  /// How far a command has come.
  Optional<Entry> entry(String id) {
    return state.entry(id);
  }

  /// Takes the input, unless what follows cannot be kept.
  private boolean attempt(Input input, List<Effect> effects) {
    CommandPolicy.Step step = policy.next(state, input);
    if (!step.state().remembers(state) && !keep(step.state())) {
      return false;
    }
    state = step.state();
    effects.addAll(step.effects());
    return true;
  }

  private boolean keep(CommandPolicy.State next) {
    try {
      store.write(LedgerCodec.encode(next));
      failing = false;
      return true;
    } catch (IOException e) {
      if (!failing) {
        failing = true;
        LOG.error("commands cannot be written down; none will be taken: {}", e.toString());
      }
      return false;
    }
  }
}
