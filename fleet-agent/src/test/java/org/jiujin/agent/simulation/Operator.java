package org.jiujin.agent.simulation;

import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.command.Command;
import org.jiujin.fleet.command.CommandCodec;
import org.jiujin.fleet.command.CommandResult;
import org.jiujin.fleet.command.CommandSigner;
import org.jiujin.fleet.command.CommandState;
import org.jiujin.fleet.command.CommandVerb;
import org.jiujin.fleet.command.SignatureAlgorithm;
import org.jiujin.fleet.command.SignedCommand;
import org.jiujin.fleet.command.TrustedKeys;

/// Somebody at the console who orders, repeats himself and asks what became of it, and somebody at the broker who would like to
/// order as well.
final class Operator {
  static final Set<CommandVerb> VERBS =
      EnumSet.of(
          CommandVerb.MESSAGE,
          CommandVerb.RESTART_APP,
          CommandVerb.RESTART_AGENT,
          CommandVerb.REBOOT,
          CommandVerb.COLLECT_LOGS,
          CommandVerb.SCREENSHOT);

  private static final Set<CommandVerb> DISTURBING =
      EnumSet.of(
          CommandVerb.RESTART_APP,
          CommandVerb.RESTART_AGENT,
          CommandVerb.REBOOT,
          CommandVerb.SCREENSHOT);

  private static final KeyPair OURS = keyPair();
  private static final KeyPair FOREIGN = keyPair();
  private static final CommandSigner SIGNER = signer(OURS, "console");
  private static final TrustedKeys KEYS = new TrustedKeys(Map.of("console", OURS.getPublic()));

  private final World world;
  private final Map<String, Order> orders = new HashMap<>();
  private final List<Order> issued = new ArrayList<>();

  Operator(World world) {
    this.world = world;
  }

  /// One command, and what is known of it.
  private static final class Order {
    private final Command command;
    private final ByteString bytes;
    private final boolean genuine;
    private int begun;
    private CommandState told = CommandState.ACCEPTED;

    Order(Command command, ByteString bytes, boolean genuine) {
      this.command = command;
      this.bytes = bytes;
      this.genuine = genuine;
    }
  }

  TrustedKeys keys() {
    return KEYS;
  }

  /// A new command as it travels, a good one or a bad one.
  ///
  /// @param at the console's time
  ByteString order(Instant at) {
    CommandVerb verb = world.oneOf(VERBS.toArray(new CommandVerb[0]));
    int kind = world.random.nextInt(14);
    Instant from = kind == 0 ? at.minus(Duration.ofHours(2)) : at; // over long since
    Duration valid = Duration.ofSeconds(kind == 1 ? 5 : world.between(60, 1200));
    String terminal = kind == 2 ? "T621121002" : SimulatedTerminal.NODE;
    String id = "c-" + issued.size();
    var command =
        new Command(
            id,
            SimulatedTerminal.GROUP,
            terminal,
            verb.word(),
            Map.of("text", "x"),
            from,
            from.plus(valid),
            "op-17");
    boolean genuine = kind == 1 || kind > 5;
    var order = new Order(command, CommandCodec.encode(signed(command, kind)), genuine);
    world.note("order " + id + " " + verb.word() + (genuine ? "" : ", bad in way " + kind));
    issued.add(order);
    orders.put(id, order);
    return order.bytes;
  }

  private static SignedCommand signed(Command command, int kind) {
    try {
      return switch (kind) {
        case 3 -> new SignedCommand(CommandCodec.encode(command), "console", "", ByteString.EMPTY);
        case 4 -> signer(FOREIGN, "console").sign(command);
        case 5 -> {
          SignedCommand good = SIGNER.sign(command);
          ByteString other =
              CommandCodec.encode(
                  new Command(
                      command.id(),
                      command.group(),
                      command.terminal(),
                      command.verb(),
                      Map.of("text", "y"),
                      command.issuedAt(),
                      command.notAfter(),
                      command.issuer()));
          yield new SignedCommand(other, good.keyId(), good.algorithm(), good.signature());
        }
        default -> SIGNER.sign(command);
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has P-256", e);
    }
  }

  /// Some command that was sent before; empty when none was.
  ByteString again() {
    return issued.isEmpty()
        ? ByteString.EMPTY
        : issued.get(world.random.nextInt(issued.size())).bytes;
  }

  /// The good ones whose end was not told yet.
  List<ByteString> untold() {
    return issued.stream()
        .filter(order -> order.genuine && !order.told.isFinal())
        .map(order -> order.bytes)
        .toList();
  }

  /// The terminal begins to carry one out.
  ///
  /// @param now on the terminal's clock
  /// @param visit for how long a resident has been served, in milliseconds; -1 when none is
  void begins(Command command, Instant now, long visit) {
    Order order = orders.get(command.id());
    world.check(order != null && order.genuine, "what runs was signed, for this terminal");
    if (order != null) {
      order.begun++;
      world.note("runs " + command.id());
      world.check(order.begun == 1, "a command runs once");
      world.check(!now.isAfter(command.notAfter()), "what runs is not over");
      boolean disturbs = DISTURBING.contains(command.knownVerb().orElseThrow());
      world.check(!disturbs || visit < 10_000, "no resident is disturbed");
    }
  }

  /// The host heard a result.
  void hears(ByteString bytes) {
    CommandResult result;
    try {
      result = CommandCodec.decodeResult(bytes);
    } catch (MalformedMessageException e) {
      throw new AssertionError("results can be read", e);
    }
    world.note("result " + result.id() + " " + result.state() + " " + result.reason());
    Order order = orders.get(result.id());
    world.check(order != null, "a result is one of a command");
    if (order == null || !order.genuine) {
      world.check(result.state() == CommandState.REFUSED, "bad commands are refused");
      return;
    }
    if (!result.state().isFinal()) {
      return;
    }
    boolean anew = // done by coming back, whatever it was that ended the life before
        order.command.verb().equals(CommandVerb.RESTART_AGENT.word())
            || order.command.verb().equals(CommandVerb.REBOOT.word());
    boolean done = result.state() == CommandState.DONE;
    world.check(!done || anew || order.begun == 1, "what is done was begun");
    boolean firstEnd = !order.told.isFinal();
    boolean changedMind = order.told == CommandState.DONE && result.state() == CommandState.FAILED;
    world.check(firstEnd || !changedMind, "an end is told as it was told before");
    order.told = result.state();
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has P-256", e);
    }
  }

  private static CommandSigner signer(KeyPair keys, String id) {
    return new CommandSigner(
        keys.getPrivate(), id, SignatureAlgorithm.of(keys.getPublic()).orElseThrow());
  }
}
