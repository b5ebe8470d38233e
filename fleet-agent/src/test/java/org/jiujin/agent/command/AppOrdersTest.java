package org.jiujin.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jiujin.fleet.command.CommandState;
import org.jiujin.fleet.command.CommandVerb;
import org.jiujin.fleet.local.LocalMessage.Order;
import org.jiujin.fleet.local.LocalMessage.OrderDone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class AppOrdersTest {
  @TempDir Path folder;
  private final ScriptedApp app = new ScriptedApp();

  @SuppressWarnings("NullAway.Init") // set before each test
  private AppOrders orders;

  @BeforeEach
  void begin() {
    orders = new AppOrders(app, new ServiceSwitch(file()));
    app.orders = orders;
  }

  @Test
  void tellsWhatTheAppAnswers() throws InterruptedException {
    orders.orderDone(OrderDone.of("c-0", CommandState.DONE, "late-answer-to-another"));
    assertEquals(
        new Outcome(CommandState.REFUSED, "not-idle", ByteString.EMPTY),
        orders.carryOut(Orders.command("c-1", CommandVerb.SCREENSHOT)));
    assertEquals(List.of(new Order("c-1", "screenshot", Map.of("number", "c-1"))), app.ordered);
  }

  @Test
  void failsAtOnceWithoutAnApp() throws InterruptedException {
    app.there = false;
    assertEquals(
        Outcome.failed("no-app"), orders.carryOut(Orders.command("c-1", CommandVerb.MESSAGE)));
  }

  @Test
  void keepsTheTerminalClosedOverEveryRestart() throws InterruptedException {
    app.there = false;
    assertEquals(
        Outcome.done(), orders.switchService(Orders.command("c-1", CommandVerb.OUT_OF_SERVICE)));
    assertTrue(new ServiceSwitch(file()).isOut());
    assertTrue(app.out);
    var next = new AppOrders(app, new ServiceSwitch(file()));
    next.appGreets();
    assertEquals(List.of(new Order(Order.STANDING, "out-of-service", Map.of())), app.ordered);
    next.switchService(Orders.command("c-2", CommandVerb.IN_SERVICE));
    assertFalse(new ServiceSwitch(file()).isOut());
    assertFalse(app.out);
    next.appGreets();
    assertEquals(1, app.ordered.size());
  }

  @Test
  void aRestartIsDoneWhenTheAppIsBack() throws InterruptedException {
    orders.appGreets(); // of the app that is there
    assertEquals(Outcome.done(), orders.restart());
    assertEquals(1, app.restarts);
  }

  private Path file() {
    return folder.resolve("out-of-service");
  }

  private static final class ScriptedApp implements AppDoor {
    private final List<Order> ordered = new CopyOnWriteArrayList<>();
    private boolean there = true;
    private boolean out;
    private int restarts;

    @SuppressWarnings("NullAway.Init") // set before each test
    private AppOrders orders;

    @Override
    public boolean isThere() {
      return there;
    }

    @Override
    public boolean isServing() {
      return false;
    }

    @Override
    public void order(Order order) {
      ordered.add(order);
      orders.orderDone(OrderDone.of("c-99", CommandState.DONE, "of-somebody-else"));
      orders.orderDone(OrderDone.of(order.id(), CommandState.REFUSED, "not-idle"));
    }

    @Override
    public void restart() {
      restarts++;
      orders.appGreets();
    }

    @Override
    public void outOfService(boolean value) {
      out = value;
    }
  }
}
