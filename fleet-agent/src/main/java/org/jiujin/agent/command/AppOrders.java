package org.jiujin.agent.command;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jiujin.fleet.command.Command;
import org.jiujin.fleet.command.CommandVerb;
import org.jiujin.fleet.local.LocalMessage.Order;
import org.jiujin.fleet.local.LocalMessage.OrderDone;
import org.jspecify.annotations.Nullable;

/// Lets the app carry out commands, and closes the terminal for residents for as long as the operator wants.
///
/// Thread-safe; waiting happens on the thread of the command.
final class AppOrders {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// A test may print a page.
  private static final Duration SELF_TEST_PATIENCE = Duration.ofMinutes(2);

  /// More than the supervisor takes to end an app that does not listen, and to start it.
  private static final Duration RESTART_PATIENCE = Duration.ofMinutes(2);

  private final AppDoor app;
  private final ServiceSwitch service;
  private final BlockingQueue<OrderDone> answers = new ArrayBlockingQueue<>(4);
  private final BlockingQueue<Boolean> greetings = new ArrayBlockingQueue<>(1);

  AppOrders(AppDoor app, ServiceSwitch service) {
    this.app = app;
    this.service = service;
    app.outOfService(service.isOut());
  }

  /// The app has begun to talk.
  void appGreets() {
    greetings.offer(true);
    if (service.isOut()) {
      app.order(standing(CommandVerb.OUT_OF_SERVICE));
    }
  }

  /// The app carried out an order.
  void orderDone(OrderDone done) {
    if (!done.id().equals(Order.STANDING)) {
      answers.offer(done); // when nobody waits for it, the next order clears it away
    }
  }

  Outcome carryOut(Command command) throws InterruptedException {
    if (!app.isThere()) {
      return Outcome.failed("no-app");
    }
    boolean test = command.knownVerb().filter(CommandVerb.SELF_TEST::equals).isPresent();
    return answerTo(
        new Order(command.id(), command.verb(), command.arguments()),
        test ? SELF_TEST_PATIENCE : PATIENCE);
  }

  /// Holds from now on, over every restart; an app that is not there is told when it comes.
  Outcome switchService(Command command) throws InterruptedException {
    boolean out = command.knownVerb().filter(CommandVerb.OUT_OF_SERVICE::equals).isPresent();
    if (!service.turn(out)) {
      return Outcome.failed("not-stored");
    }
    app.outOfService(out);
    return app.isThere() ? carryOut(command) : Outcome.done();
  }

  /// Done when the app is there again.
  Outcome restart() throws InterruptedException {
    greetings.clear();
    app.restart();
    return greetings.poll(RESTART_PATIENCE.toSeconds(), TimeUnit.SECONDS) == null
        ? Outcome.failed("not-back")
        : Outcome.done();
  }

  private Outcome answerTo(Order order, Duration patience) throws InterruptedException {
    answers.clear();
    app.order(order);
    long deadline = System.nanoTime() + patience.toNanos();
    @Nullable OrderDone answer = answers.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    while (answer != null && !answer.id().equals(order.id())) {
      answer = answers.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
    return answer == null
        ? Outcome.failed("no-answer")
        : new Outcome(answer.state(), answer.reason(), answer.detail());
  }

  private static Order standing(CommandVerb verb) {
    return new Order(Order.STANDING, verb.word(), Map.of());
  }
}
