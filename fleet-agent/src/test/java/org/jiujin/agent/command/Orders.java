package org.jiujin.agent.command;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import org.jiujin.fleet.command.Command;
import org.jiujin.fleet.command.CommandVerb;
import org.jiujin.fleet.command.CommandVerifier.Verdict;

/// Commands for one terminal, as tests need them.
final class Orders {
  static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");
  static final CommandPolicy.Terminal TERMINAL = terminal("boot-1");

  private Orders() {}

  static CommandPolicy.Terminal terminal(String boot) {
    return new CommandPolicy.Terminal(
        "GS-621121", "T621121001", boot, EnumSet.complementOf(EnumSet.of(CommandVerb.UPDATE_NOW)));
  }

  static Command command(String id, CommandVerb verb) {
    return command(id, verb, AT, Duration.ofMinutes(10));
  }

  static Command command(String id, CommandVerb verb, Instant issued, Duration valid) {
    return new Command(
        id,
        "GS-621121",
        "T621121001",
        verb.word(),
        Map.of("number", id),
        issued,
        issued.plus(valid),
        "op-17");
  }

  static CommandPolicy.Input arrival(Instant now, Command command) {
    return new CommandPolicy.Input.Arrived(now, new Verdict.Genuine(command));
  }
}
