package org.jiujin.agent.command;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jiujin.fleet.command.CommandVerb;
import org.jiujin.fleet.command.TrustedKeys;
import org.jiujin.fleet.local.LocalMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The operator's commands on this terminal. Calls return at once and may come from any thread.
public final class Commands implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  private final CommandDesk desk;
  private final AppOrders orders;

  private Commands(CommandDesk desk, AppOrders orders) {
    this.desk = desk;
    this.orders = orders;
  }

  /// Begins, with what an earlier agent left to do.
  ///
  /// @param results takes each [org.jiujin.fleet.command.CommandResult] as bytes; must not wait
  /// @param keys who may command; asked with every command
  /// @param others those who carry out what is none of ours
  /// @param leave ends this process in such a way that it is started again; returns at once
  public static Commands start(
      CommandSettings settings,
      Supplier<TrustedKeys> keys,
      AppDoor app,
      Map<CommandVerb, CommandRunner> others,
      Consumer<ByteString> results,
      Runnable leave,
      InstantSource clock) {
    var orders = new AppOrders(app, new ServiceSwitch(settings.data().resolve("out-of-service")));
    Map<CommandVerb, CommandRunner> runners = runners(settings, orders, leave);
    runners.putAll(others);
    var terminal =
        new CommandPolicy.Terminal(settings.group(), settings.terminal(), boot(), runners.keySet());
    CommandLedger ledger =
        CommandLedger.open(
            new CommandPolicy(terminal, CommandPolicy.Limits.USUAL),
            new LedgerFile(settings.data().resolve("commands")),
            clock.instant());
    var desk =
        new CommandDesk(ledger, keys, new WorkThread(runners), app::isServing, results, clock);
    desk.start();
    return new Commands(desk, orders);
  }

  /// Takes the value of the metric `Cmd/Run`.
  public void arrived(ByteString signed) {
    desk.arrived(signed);
  }

  /// How long ago the thread of the commands last looked up. Any thread.
  public Duration sinceLastBeat() {
    return desk.sinceLastBeat();
  }

  /// The app has begun to talk.
  public void appGreets() {
    orders.appGreets();
  }

  /// The app carried out an order, or could not.
  public void orderDone(LocalMessage.OrderDone done) {
    orders.orderDone(done);
  }

  /// Ends within four seconds. What is being carried out counts as interrupted.
  @Override
  public void close() {
    desk.close();
  }

  private static Map<CommandVerb, CommandRunner> runners(
      CommandSettings settings, AppOrders orders, Runnable leave) {
    var restart = new MachineRestart(settings.rebootProgram(), leave);
    Map<CommandVerb, CommandRunner> runners = new EnumMap<>(CommandVerb.class);
    runners.put(CommandVerb.RESTART_APP, _ -> orders.restart());
    runners.put(CommandVerb.RESTART_AGENT, _ -> restart.agent());
    if (!settings.rebootProgram().isEmpty()) {
      runners.put(CommandVerb.REBOOT, _ -> restart.machine());
    }
    runners.put(CommandVerb.OUT_OF_SERVICE, orders::switchService);
    runners.put(CommandVerb.IN_SERVICE, orders::switchService);
    runners.put(CommandVerb.MESSAGE, orders::carryOut);
    runners.put(CommandVerb.SCREENSHOT, orders::carryOut);
    runners.put(CommandVerb.SELF_TEST, orders::carryOut);
    runners.put(CommandVerb.COLLECT_LOGS, _ -> Outcome.done(new LogBundle(logs(settings)).pack()));
    return runners;
  }

  private static Map<String, Path> logs(CommandSettings settings) {
    Map<String, Path> logs = new HashMap<>();
    logs.put("app.log", settings.appLog());
    if (settings.agentLog() != null) {
      logs.put("agent.log", settings.agentLog());
    }
    return logs;
  }

  /// Another one after each start of the machine; where it cannot be read, a reboot is told as interrupted.
  private static String boot() {
    try {
      return Files.readString(BOOT_ID).strip();
    } catch (IOException e) {
      LOG.warn("the machine does not say which life this is", e);
      return "";
    }
  }
}
