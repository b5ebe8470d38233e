package org.jiujin.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.kiosk.journey.CardTrouble;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.FieldErrors;
import org.jiujin.kiosk.journey.Precheck;
import org.jiujin.kiosk.journey.Printing;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.Samples;
import org.jiujin.kiosk.screen.TerminalPort.Availability;
import org.jiujin.kiosk.screen.TerminalPort.Condition;
import org.jiujin.kiosk.screen.kit.Skin;
import org.junit.jupiter.api.Test;

class KioskShellTest {
  @Test
  void everyMainButtonSendsItsEvent() {
    on(new State.Attract(), stand -> assertSends(stand, "attract.start", Event.Touched.class));
    on(
        new State.Home(),
        stand -> assertSends(stand, "home.matter.shehui-baozhang-ka", Event.MatterChosen.class));
    on(
        new State.Told(Samples.matter()),
        stand -> assertSends(stand, "told.next", Event.Continued.class));
    on(
        new State.AskingConsent(Samples.matter(), Samples.person(), Map.of()),
        stand -> assertSends(stand, "consent.next", Event.Consented.class));
    on(
        new State.Reviewing(Samples.complete(), new Precheck.Passed()),
        stand -> assertEquals(new Event.EditAsked(2), sent(stand, "summary.bank.edit")));
    on(
        new State.Rating(Samples.accepted(), 0, false),
        stand -> assertEquals(new Event.LevelChosen(4), sent(stand, "rating.level.4")));
  }

  @Test
  void aNoToTheConsentIsAskedTwice() {
    on(
        new State.AskingConsent(Samples.matter(), Samples.person(), Map.of()),
        stand -> {
          fire(stand, "consent.decline");
          assertEquals(List.of(), stand.events);
          assertSends(stand, "consent.sheet.decline", Event.Declined.class);
        });
  }

  @Test
  void greysTheTilesAndSaysWhyWhileTheReaderIsAway() {
    Stand stand = Fx.on(() -> new Stand(new State.Home()));
    Fx.run(() -> stand.devices(new Availability(Condition.AWAY, Condition.READY)));
    Fx.run(() -> {
      Button tile = stand.node("home.matter.shehui-baozhang-ka", Button.class);
      assertTrue(tile.isDisabled());
      assertTrue(tile.getAccessibleText().contains("读卡器"), tile.getAccessibleText());
      stand.devices(Availability.ALL);
    });
    Fx.run(() -> {
      assertFalse(stand.node("home.matter.shehui-baozhang-ka", Button.class).isDisabled());
      stand.close();
    });
  }

  @Test
  void warnsWhenNobodyTouchesAndThenTellsTheJourney() {
    on(
        new State.ConfirmingIdentity(Samples.matter(), Samples.person()),
        stand -> {
          stand.pass(Duration.ofSeconds(119));
          assertFalse(stand.has("idle.stay"));
          stand.pass(Duration.ofSeconds(5));
          assertTrue(stand.has("idle.stay"));
          assertEquals("您还在吗？请点，我还在。", stand.voice.sentence());
          stand.pass(Duration.ofSeconds(30));
          assertInstanceOf(Event.IdleRanOut.class, stand.events.getLast());
        });
  }

  @Test
  void countsDownOnTheFarewellScreen() {
    on(
        new State.Farewell(),
        stand -> {
          assertEquals("12", number(stand));
          stand.pass(Duration.ofSeconds(5));
          assertEquals("7", number(stand));
          stand.pass(Duration.ofSeconds(8));
          assertInstanceOf(Event.IdleRanOut.class, stand.events.getLast());
        });
  }

  @Test
  void asksBeforePersonalThingsAreThrownAway() {
    on(
        new State.Signing(Samples.complete()),
        stand -> {
          fire(stand, "header.end");
          assertEquals(List.of(), stand.events);
          assertSends(stand, "end.end", Event.Ended.class);
        });
  }

  @Test
  void changesTheSkinInPlaceAndBackWhenTheVisitIsOver() {
    on(
        new State.Told(Samples.matter()),
        stand -> {
          fire(stand, "header.skin");
          assertEquals(Skin.ELDER, stand.shell().skin());
          assertEquals("开始办", stand.node("told.next", Button.class).getText());
          stand.become(new State.Attract());
          assertEquals(Skin.STANDARD, stand.shell().skin());
        });
  }

  @Test
  void keepsTheKeypadWhileItsOwnKeysChangeTheState() {
    var empty = new State.FillingForm(Samples.draft(Map.of()), 0, FieldErrors.NONE);
    on(
        empty,
        stand -> {
          Button key = stand.node("key.1", Button.class);
          var typed = Samples.draft(Map.of("mobile", "1390000"));
          stand.become(
              new State.FillingForm(
                  typed, 0, new FieldErrors(Map.of("mobile", "field.error.phone"))));
          assertEquals(key, stand.node("key.1", Button.class));
          assertEquals("139 0000", stand.node("form.mobile", Label.class).getText());
          assertTrue(stand.node("form.mobile.error", Label.class).isVisible());
        });
  }

  @Test
  void waitsForThePrinterBeforeItLetsTheResidentGo() {
    var kept = Samples.kept(Samples.accepted());
    on(
        new State.Filed(kept, new Printing.Running()),
        stand -> {
          assertTrue(stand.node("filed.next", Button.class).isDisabled());
          stand.become(new State.Filed(kept, new Printing.Refused("PAPER_OUT")));
          assertFalse(stand.node("filed.next", Button.class).isDisabled());
          assertSends(stand, "filed.printAgain", Event.PrintAsked.class);
          assertEquals(
              "6211 2120 2611 2300 0100 0001 7", stand.node("filed.number", Label.class).getText());
        });
  }

  @Test
  void offersToTryAgainOnlyWhileTheReaderRests() {
    on(
        new State.AwaitingCard(Samples.matter(), CardTrouble.NONE, 1),
        stand -> {
          assertFalse(stand.node("card.next", Button.class).isVisible());
          stand.become(new State.AwaitingCard(Samples.matter(), CardTrouble.NOT_LAID, 0));
          assertTrue(stand.node("card.next", Button.class).isVisible());
        });
  }

  @Test
  void letsNobodyInWhenItIsOutOfServiceButServesToTheEnd() {
    on(
        new State.Home(),
        stand -> {
          stand.shell().outOfService(true);
          assertFalse(closed(stand), "somebody is being served");
          stand.become(new State.Attract());
          assertTrue(closed(stand));
          assertTrue(stand.shell().attracts());
          stand.shell().outOfService(false);
          assertFalse(closed(stand));
        });
  }

  @Test
  void showsTheClaimCodeWhileNobodyIsServedAndTheTerminalWasNeverRegistered() {
    on(
        new State.Home(),
        stand -> {
          stand.shell().claim(new LocalMessage.Claim("T621121001", "7K3M-9QXD", false));
          assertFalse(stand.has("operator.claim.page"), "somebody is being served");
          stand.become(new State.Attract());
          assertTrue(stand.has("operator.claim.page"));
          stand.shell().claim(LocalMessage.Claim.NONE);
          assertFalse(stand.has("operator.claim.page"));
        });
  }

  @Test
  void goesOnServingWithALineAtItsHeadWhenItOnlyLostItsCertificate() {
    on(
        new State.Attract(),
        stand -> {
          stand.shell().claim(new LocalMessage.Claim("T621121001", "7K3M-9QXD", true));
          assertTrue(stand.has("operator.claim.line"));
          assertFalse(stand.has("operator.claim.page"));
          stand.become(new State.Home());
          assertFalse(stand.has("operator.claim.line"));
        });
  }

  private static boolean closed(Stand stand) {
    return stand.node("operator.closure", Parent.class).isVisible();
  }

  @Test
  void showsAMessageOfTheOperatorUntilItIsReadOrItsTimeIsOver() {
    on(
        new State.Home(),
        stand -> {
          stand.shell().announce("十分钟后停电，请尽快办完。", Duration.ofSeconds(20));
          assertEquals("十分钟后停电，请尽快办完。", stand.voice.sentence());
          stand.become(new State.Told(Samples.matter()));
          assertTrue(stand.has("operator.message"), "it stays over the next screen");
          fire(stand, "operator.close");
          assertFalse(stand.has("operator.message"));
          stand.shell().announce("再见。", Duration.ofSeconds(20));
          stand.pass(Duration.ofSeconds(19));
          assertTrue(stand.has("operator.message"));
          stand.pass(Duration.ofSeconds(1));
          assertFalse(stand.has("operator.message"));
        });
  }

  @Test
  void dropsEverythingOfTheVisitWhenItEnds() {
    Stand stand = Fx.on(() -> new Stand(new State.Attract()));
    var draft = new WeakReference<>(Fx.on(() -> summaryOf(stand)));
    Fx.run(() -> stand.become(new State.Farewell()));
    Fx.run(() -> stand.become(new State.Attract()));
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (draft.get() != null && System.nanoTime() < deadline) {
      Fx.run(() -> stand.scene().snapshot(null)); // as a pulse: the renderer lets go of old nodes
      System.gc();
    }
    assertEquals(null, draft.get(), "the draft is still held");
    Fx.run(stand::close);
  }

  private static Object summaryOf(Stand stand) {
    var draft = Samples.complete();
    stand.become(new State.Reviewing(draft, new Precheck.Passed()));
    return draft;
  }

  private static void on(State state, Consumer<Stand> check) {
    Fx.run(() -> {
      try (var stand = new Stand(state)) {
        check.accept(stand);
      }
    });
  }

  private static void fire(Stand stand, String id) {
    stand.node(id, Button.class).fire();
    stand.layout();
  }

  private static Event sent(Stand stand, String id) {
    fire(stand, id);
    return stand.events.getLast();
  }

  private static void assertSends(Stand stand, String id, Class<? extends Event> type) {
    assertInstanceOf(type, sent(stand, id));
  }

  private static String number(Stand stand) {
    return ScreenRules.visible(stand.shell().root())
        .filter(node -> node.getStyleClass().contains("countdown-number"))
        .map(node -> ((Label) node).getText())
        .findFirst()
        .orElse("");
  }
}
