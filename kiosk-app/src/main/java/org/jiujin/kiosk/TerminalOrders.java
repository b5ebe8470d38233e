package org.jiujin.kiosk;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jiujin.fleet.command.CommandState;
import org.jiujin.fleet.command.CommandVerb;
import org.jiujin.fleet.command.Refusal;
import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.fleet.local.LocalMessage.Order;
import org.jiujin.fleet.local.LocalMessage.OrderDone;
import org.jiujin.fleet.local.LocalMessage.Settings;
import org.jiujin.fleet.local.LocalMessage.SettingsTaken;
import org.jiujin.kiosk.shell.KioskShell;
import org.jiujin.kiosk.terminal.OrderTaker;
import org.jiujin.kiosk.terminal.SelfTests;
import org.jiujin.kiosk.terminal.TerminalDevices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out what the operator orders, as far as screen and devices are concerned. One order at a time, on a thread of its
/// own, so that neither a slow device nor a busy screen holds up the link to the agent.
final class TerminalOrders implements OrderTaker, AutoCloseable {
  /// The longest message, in characters.
  static final int MAX_MESSAGE_LENGTH = 120;

  private static final Logger LOG = LoggerFactory.getLogger(TerminalOrders.class);
  private static final int WAITING_AT_MOST = 8;

  private final KioskShell shell;
  private final TerminalSettings settings;
  private final SelfTests selfTests;
  private final ThreadPoolExecutor work =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING_AT_MOST),
          Thread.ofPlatform().daemon().name("orders").factory());

  TerminalOrders(KioskShell shell, TerminalDevices devices, TerminalSettings settings) {
    this.shell = shell;
    this.settings = settings;
    this.selfTests = new SelfTests(devices);
  }

  @Override
  public void take(Order order, Consumer<OrderDone> answer) {
    try {
      work.execute(() -> answer.accept(carryOut(order)));
    } catch (RejectedExecutionException _) { // too many at once, or the app ends
      answer.accept(OrderDone.of(order.id(), CommandState.FAILED, "busy"));
    }
  }

  @Override
  public void take(Settings set, Consumer<SettingsTaken> answer) {
    settings.take(set, answer);
  }

  @Override
  public void claim(LocalMessage.Claim claim) {
    Platform.runLater(() -> shell.claim(claim));
  }

  /// Ends the thread; an order that is being carried out is interrupted.
  @Override
  public void close() {
    work.shutdownNow();
    settings.close();
  }

  private OrderDone carryOut(Order order) {
    try {
      OrderDone done =
          CommandVerb.of(order.verb())
              .map(verb -> carryOut(verb, order))
              .orElse(refused(order, Refusal.UNKNOWN_VERB));
      LOG.info("Order {} {}: {} {}", order.id(), order.verb(), done.state(), done.reason());
      return done;
    } catch (RuntimeException e) { // the edge: the agent waits for an answer
      LOG.error("Order {} {} failed", order.id(), order.verb(), e);
      return OrderDone.of(order.id(), CommandState.FAILED, "mistake");
    }
  }

  private OrderDone carryOut(CommandVerb verb, Order order) {
    try {
      return switch (verb) {
        case OUT_OF_SERVICE -> show(order, () -> shell.outOfService(true));
        case IN_SERVICE -> show(order, () -> shell.outOfService(false));
        case MESSAGE -> message(order);
        case SCREENSHOT -> new ScreenPicture(shell).take(order.id());
        case SELF_TEST -> selfTests.run(order);
        case RESTART_APP,
            RESTART_AGENT,
            REBOOT,
            COLLECT_LOGS,
            SET_CONFIGURATION,
            START_HELP,
            END_HELP,
            DIRECT_UPDATES,
            UPDATE_NOW,
            PAUSE_UPDATES ->
            refused(order, Refusal.UNSUPPORTED);
      };
    } catch (TimeoutException _) {
      return OrderDone.of(order.id(), CommandState.FAILED, "screen-frozen");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return OrderDone.of(order.id(), CommandState.FAILED, "app-ends");
    }
  }

  private OrderDone message(Order order) throws InterruptedException, TimeoutException {
    String text = order.arguments().getOrDefault("text", "").strip();
    String seconds = order.arguments().getOrDefault("seconds", "30");
    boolean plain = text.codePoints().noneMatch(Character::isISOControl);
    if (text.isEmpty() || text.length() > MAX_MESSAGE_LENGTH || !plain) {
      return refused(order, Refusal.BAD_ARGUMENT);
    }
    if (!seconds.matches("[5-9]|[1-9]\\d|1[01]\\d|120")) {
      return refused(order, Refusal.BAD_ARGUMENT);
    }
    return show(order, () -> shell.announce(text, Duration.ofSeconds(Long.parseLong(seconds))));
  }

  private static OrderDone show(Order order, Runnable change)
      throws InterruptedException, TimeoutException {
    return ScreenPicture.onScreen(() -> {
      change.run();
      return OrderDone.of(order.id(), CommandState.DONE, "");
    });
  }

  private static OrderDone refused(Order order, Refusal reason) {
    return OrderDone.of(order.id(), CommandState.REFUSED, reason.word());
  }
}
