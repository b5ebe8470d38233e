package org.jiujin.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import org.jiujin.fleet.command.CommandState;
import org.jiujin.fleet.local.LocalMessage.Order;
import org.jiujin.fleet.local.LocalMessage.OrderDone;
import org.jiujin.fleet.local.LocalMessage.Settings;
import org.jiujin.fleet.local.LocalMessage.SettingsTaken;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.shell.Fx;
import org.jiujin.kiosk.shell.Stand;
import org.jiujin.kiosk.terminal.ProfileInForce;
import org.jiujin.kiosk.terminal.TerminalDevices;
import org.jiujin.kiosk.terminal.TerminalProfile;
import org.jiujin.kiosk.terminal.UntouchedDevices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class TerminalOrdersTest {
  private final ProfileInForce profile =
      new ProfileInForce(
          TerminalProfile.load(Path.of(".."), "config/terminals/demo.yaml").orThrow());
  private final TerminalDevices devices = UntouchedDevices.open(InstantSource.system());

  @SuppressWarnings("NullAway.Init") // set before each test
  private Stand stand;

  @SuppressWarnings("NullAway.Init") // set before each test
  private TerminalOrders orders;

  @BeforeEach
  void begin() {
    stand = Fx.on(() -> new Stand(new State.Attract()));
    var settings = new TerminalSettings(profile, stand, Fx::run, stand.shell()::refresh);
    orders = new TerminalOrders(stand.shell(), devices, settings);
  }

  @AfterEach
  void end() {
    orders.close();
    Fx.run(stand::close);
    devices.close();
  }

  @Test
  void closesAndOpensTheTerminal() {
    assertEquals(done("out-of-service", ""), ended("out-of-service", Map.of()));
    assertTrue(shown("operator.closure"));
    assertEquals(done("in-service", ""), ended("in-service", Map.of()));
    assertFalse(shown("operator.closure"));
  }

  @Test
  void showsAMessage() {
    assertEquals(done("message", ""), ended("message", Map.of("text", "请稍候", "seconds", "5")));
    assertTrue(shown("operator.message"));
  }

  @ParameterizedTest
  @CsvSource({"'', 30", "两行/不行, 30", "太短, 4", "太长, 121", "不是数, x"})
  void refusesAMessageThatIsOutOfBounds(String text, String seconds) {
    String read = text.replace('/', '\n');
    assertEquals(
        "bad-argument", ended("message", Map.of("text", read, "seconds", seconds)).reason());
    assertEquals("bad-argument", ended("message", Map.of("text", "字".repeat(121))).reason());
    assertFalse(shown("operator.message"));
  }

  @Test
  void takesAPictureOfTheAttractScreenAndOfNoOther() {
    OrderDone picture = ended("screenshot", Map.of());
    assertEquals(CommandState.DONE, picture.state(), picture.reason());
    assertTrue(picture.detail().size() > 1000 && picture.detail().size() <= 40 * 1024);
    assertEquals("PNG", picture.detail().substring(1, 4).toStringUtf8());
    Fx.run(() -> stand.become(new State.Home()));
    assertEquals(
        OrderDone.of("c-screenshot", CommandState.REFUSED, "not-idle"),
        ended("screenshot", Map.of()));
  }

  @Test
  void testsADeviceUnlessSomebodyUsesIt() {
    var printer = Map.of("device", "receipt", "level", "internal");
    assertEquals("answered", ended("self-test", printer).reason());
    assertEquals("no-such-device", ended("self-test", Map.of("device", "plotter")).reason());
    assertEquals(
        "bad-argument",
        ended("self-test", Map.of("device", "receipt", "level", "interactive")).reason());
    var visit = devices.session();
    visit.as(visit.id(), () -> "a resident prints");
    assertEquals("in-use", ended("self-test", printer).reason());
    visit.end();
    assertEquals("answered", ended("self-test", printer).reason());
  }

  @Test
  void saysWhatItCannotDo() {
    assertEquals("unsupported", ended("reboot", Map.of()).reason());
    assertEquals("unknown-verb", ended("dance", Map.of()).reason());
  }

  @Test
  void putsSettingsInForceWhenTheVisitIsOver() {
    List<SettingsTaken> answers = new ArrayList<>();
    Fx.run(() -> stand.become(new State.Home()));
    orders.take(new Settings(7, Map.of("place.name", "通渭县新服务站")), answers::add);
    orders.take(new Settings(8, Map.of("place.hotline", "12333")), answers::add);
    assertEquals(List.of(), answers);
    assertEquals("12345", profile.get().place().hotline());
    Fx.run(() -> stand.become(new State.Attract()));
    assertEquals(List.of(new SettingsTaken(8, List.of())), answers, "the newer ones alone");
    assertEquals("12333", profile.get().place().hotline());
    assertEquals("通渭县便民服务站（演示）", profile.get().place().name());
    assertTrue(Fx.on(() -> stand.shell().screenName().equals("attract")));
  }

  @Test
  void refusesSettingsAsAWhole() {
    List<SettingsTaken> answers = new ArrayList<>();
    orders.take(
        new Settings(7, Map.of("place.hotline", "12333", "idle.countdown-seconds", "120")),
        answers::add); // as long as the file's limit for those who have signed in
    assertEquals(List.of(new SettingsTaken(7, List.of("idle.countdown-seconds"))), answers);
    assertEquals("12345", profile.get().place().hotline());
    orders.take(new Settings(8, Map.of("disk.low-mb", "512")), answers::add);
    assertEquals(new SettingsTaken(8, List.of("disk.low-mb")), answers.getLast());
    orders.take(new Settings(0, Map.of()), answers::add);
    assertEquals(new SettingsTaken(0, List.of()), answers.getLast());
  }

  private boolean shown(String id) {
    return Fx.on(() -> stand.has(id) && stand.node(id, Node.class).isVisible());
  }

  private static OrderDone done(String verb, String reason) {
    return OrderDone.of("c-" + verb, CommandState.DONE, reason);
  }

  private OrderDone ended(String verb, Map<String, String> arguments) {
    var answer = new CompletableFuture<OrderDone>();
    orders.take(new Order("c-" + verb, verb, arguments), answer::complete);
    return answer.orTimeout(20, TimeUnit.SECONDS).join();
  }
}
