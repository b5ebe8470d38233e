package org.jiujin.agent.command;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jiujin.agent.command.CommandPolicy.Input;
import org.jiujin.fleet.command.Command;
import org.jiujin.fleet.command.CommandState;
import org.jiujin.fleet.command.CommandVerb;
import org.jiujin.fleet.command.TrustedKeys;

/// The real [CommandDesk], with its ledger and policy, on a simulated disk, turned by whoever simulates its thread.
public final class SteppedDesk {
  /// A memory of commands that other packages can simulate.
  public interface Memory extends LedgerStore {}

  /// Carries out commands.
  @FunctionalInterface
  public interface Work {
    /// Begins to carry out a command.
    ///
    /// @param ended takes how it ended, a final state and a reason
    void begin(Command command, Ended ended);
  }

  /// Takes how a command ended.
  @FunctionalInterface
  public interface Ended {
    void accept(CommandState state, String reason);
  }

  private final CommandDesk desk;

  /// @param boot names the life of the machine
  public SteppedDesk(
      String group,
      String terminal,
      String boot,
      Set<CommandVerb> verbs,
      Memory memory,
      Supplier<TrustedKeys> keys,
      Work work,
      BooleanSupplier serving,
      Consumer<ByteString> results,
      InstantSource clock) {
    var policy =
        new CommandPolicy(
            new CommandPolicy.Terminal(group, terminal, boot, verbs), CommandPolicy.Limits.USUAL);
    var ledger = CommandLedger.open(policy, memory, clock.instant());
    desk = new CommandDesk(ledger, keys, new Adapted(work), serving, results, clock);
    desk.begin();
  }

  /// Takes the value of the metric `Cmd/Run`.
  public void arrived(ByteString signed) {
    desk.arrived(signed);
  }

  /// One turn of its thread.
  public void turn() {
    desk.turn();
  }

  /// Whether the next turn is due at once.
  public boolean pending() {
    return desk.pending();
  }

  private record Adapted(Work work) implements CommandWork {
    @Override
    public void begin(Command command, Consumer<Input.Ended> ended) {
      work.begin(
          command,
          (state, reason) ->
              ended.accept(
                  new Input.Ended(
                      command.id(),
                      new Outcome(state, reason, ByteString.EMPTY),
                      Duration.ofMillis(5))));
    }

    @Override
    public void close() {
      // nothing is left behind
    }
  }
}
