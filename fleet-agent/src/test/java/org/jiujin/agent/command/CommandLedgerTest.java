package org.jiujin.agent.command;

import static org.jiujin.agent.command.Orders.AT;
import static org.jiujin.agent.command.Orders.arrival;
import static org.jiujin.agent.command.Orders.command;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jiujin.agent.command.CommandPolicy.Effect;
import org.jiujin.agent.command.CommandPolicy.Input;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.command.Command;
import org.jiujin.fleet.command.CommandResult;
import org.jiujin.fleet.command.CommandState;
import org.jiujin.fleet.command.CommandVerb;
import org.jiujin.fleet.command.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLedgerTest {
  private final CommandPolicy policy =
      new CommandPolicy(Orders.TERMINAL, CommandPolicy.Limits.USUAL);

  @TempDir Path folder;

  @Test
  void remembersEverythingOverARestart() throws MalformedMessageException {
    CommandLedger ledger = open();
    ledger.take(arrival(AT, command("c-1", CommandVerb.SCREENSHOT)));
    ledger.take(new Input.Tick(AT));
    ledger.take(
        new Input.Ended(
            "c-1", Outcome.done(ByteString.copyFromUtf8("picture")), Duration.ofMillis(5)));
    ledger.take(arrival(AT, command("c-2", CommandVerb.MESSAGE)));
    ledger.take(new Input.Tick(AT));
    ledger.take(arrival(AT, command("c-3", CommandVerb.MESSAGE)));
    CommandLedger next = open();
    for (String id : List.of("c-1", "c-2", "c-3")) {
      assertEquals(ledger.entry(id), next.entry(id));
    }
    assertEquals(
        List.of(new Effect.Tell(result("c-2", CommandState.FAILED, "interrupted"))),
        next.take(new Input.Begun(AT)));
  }

  @Test
  void refusesWhatWasIssuedBeforeTheMemoryWasLost() throws IOException {
    open().take(arrival(AT, command("c-1", CommandVerb.MESSAGE)));
    Path file = folder.resolve("commands");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    CommandLedger next = CommandLedger.open(policy, new LedgerFile(file), AT.plusSeconds(10));
    assertEquals(
        List.of(new Effect.Tell(CommandResult.refused("c-1", Refusal.MEMORY_LOST))),
        next.take(arrival(AT.plusSeconds(10), command("c-1", CommandVerb.MESSAGE))));
  }

  @Test
  void noticesEveryCutAndEveryChangedByte() {
    CommandPolicy.State state =
        policy
            .next(CommandPolicy.State.empty(AT), arrival(AT, command("c-1", CommandVerb.MESSAGE)))
            .state();
    byte[] bytes = LedgerCodec.encode(state);
    for (int i = 0; i < bytes.length; i++) {
      byte[] cut = Arrays.copyOf(bytes, i);
      assertThrows(MalformedMessageException.class, () -> LedgerCodec.decode(cut));
      byte[] changed = bytes.clone();
      changed[i] ^= 4;
      assertThrows(MalformedMessageException.class, () -> LedgerCodec.decode(changed));
    }
  }

  @Test
  void takesNothingOnADiskThatRefusesAndTellsTheEndWhenItTakesIt() {
    var disk = new FillingDisk();
    CommandLedger ledger = CommandLedger.open(policy, disk, AT.minusSeconds(60));
    Command message = command("c-1", CommandVerb.MESSAGE);
    disk.full = true;
    assertEquals(
        List.of(new Effect.Tell(CommandResult.refused("c-1", Refusal.NOT_STORED))),
        ledger.take(arrival(AT, message)));
    assertEquals(Optional.empty(), ledger.entry("c-1"));
    disk.full = false;
    ledger.take(arrival(AT, message));
    disk.full = true;
    assertEquals(List.of(), ledger.take(new Input.Tick(AT)), "nothing begins");
    disk.full = false;
    assertEquals(2, ledger.take(new Input.Tick(AT)).size());
    disk.full = true;
    assertEquals(List.of(), ledger.take(new Input.Ended("c-1", Outcome.done(), Duration.ZERO)));
    disk.full = false;
    assertEquals(
        List.of(new Effect.Tell(result("c-1", CommandState.DONE, ""))),
        ledger.take(new Input.Tick(AT)));
  }

  @Test
  void writesNothingWhileNothingHappens() {
    var disk = new FillingDisk();
    CommandLedger ledger = CommandLedger.open(policy, disk, AT.minusSeconds(60));
    ledger.take(arrival(AT, command("c-1", CommandVerb.REBOOT)));
    int before = disk.writes;
    for (int i = 0; i < 100; i++) {
      ledger.take(new Input.Serving(true));
      ledger.take(new Input.Tick(AT.plusSeconds(i)));
    }
    assertEquals(before, disk.writes);
    assertTrue(before > 0);
  }

  private CommandLedger open() {
    return CommandLedger.open(
        policy, new LedgerFile(folder.resolve("commands")), AT.minusSeconds(60));
  }

  private static CommandResult result(String id, CommandState state, String reason) {
    return new CommandResult(id, state, reason, Duration.ZERO, ByteString.EMPTY);
  }

  private static final class FillingDisk implements LedgerStore {
    private boolean full;
    private int writes;

    @Override
    public Optional<byte[]> read() {
      return Optional.empty();
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      if (full) {
        throw new IOException("no space left");
      }
      writes++;
    }
  }
}
