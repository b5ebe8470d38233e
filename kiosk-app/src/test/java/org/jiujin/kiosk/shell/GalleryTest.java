package org.jiujin.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.Samples;
import org.jiujin.kiosk.screen.TerminalPort.Availability;
import org.jiujin.kiosk.screen.TerminalPort.Condition;
import org.jiujin.kiosk.screen.kit.Png;
import org.jiujin.kiosk.screen.kit.Skin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A picture of every screen in every skin, and the rules that hold on each of them.
class GalleryTest {
  private static final Path PICTURES = Path.of("target", "screens");
  private static final Availability AWAY = new Availability(Condition.AWAY, Condition.AWAY);
  private static final State CONSENT =
      new State.AskingConsent(Samples.matter(), Samples.person(), Map.of());

  @ParameterizedTest
  @EnumSource
  void everyScreenKeepsTheRules(Skin skin) throws IOException {
    Path folder = folder(skin);
    var findings = new ArrayList<String>();
    for (Map.Entry<String, State> sample : Samples.states().entrySet()) {
      byte[] png =
          Fx.on(() -> {
            try (var stand = new Stand(sample.getValue(), skin)) {
              findings.addAll(ScreenRules.broken(sample.getKey(), stand, skin));
              return picture(stand);
            }
          });
      Files.write(folder.resolve(sample.getKey() + ".png"), png);
    }
    assertEquals(List.of(), findings);
  }

  @ParameterizedTest
  @EnumSource
  void everySheetKeepsTheRules(Skin skin) throws IOException {
    var findings = new ArrayList<String>();
    sheet(skin, "20-help", new State.Told(Samples.matter()), "told.help", findings);
    sheet(skin, "21-end", new State.Signing(Samples.complete()), "header.end", findings);
    sheet(skin, "22-consent", CONSENT, "consent.decline", findings);
    sheet(skin, "23-editor", Samples.state("08-form-delivery"), "form.postAddress.edit", findings);
    shown(
        skin,
        "24-idle",
        Samples.state("05-identity"),
        findings,
        stand -> stand.pass(Duration.ofSeconds(skin == Skin.ELDER ? 185 : 125)));
    shown(skin, "25-home-away", new State.Home(), findings, stand -> {});
    shown(
        skin,
        "27-closed",
        new State.Attract(),
        findings,
        stand -> stand.shell().outOfService(true));
    claim(skin, "29-claim", new LocalMessage.Claim("T621121001", "7K3M-9QXD", false), findings);
    claim(skin, "30-claim-waits", new LocalMessage.Claim("T621121001", "", false), findings);
    claim(
        skin, "31-claim-again", new LocalMessage.Claim("T621121001", "7K3M-9QXD", true), findings);
    shown(
        skin,
        "28-operator",
        new State.Home(),
        findings,
        stand -> stand.shell().announce("今天下午三点到四点停电检修，请提前办理。", Duration.ofSeconds(30)));
    assertEquals(List.of(), findings);
  }

  @Test
  void theSafeScreenKeepsTheRules() throws IOException {
    var findings = new ArrayList<String>();
    byte[] png =
        Fx.on(() -> {
          Parent page = SafeScreen.page();
          Theme.load(
                  Path.of(System.getProperty("kiosk.home"), "config"),
                  SafeScreen.pixelsPerMillimetre())
              .apply(page, Skin.STANDARD);
          var scene = new Scene(page, KioskShell.WIDTH, KioskShell.HEIGHT);
          page.applyCss();
          page.layout();
          findings.addAll(ScreenRules.broken("safe", page, Skin.STANDARD));
          return Png.encode(Png.Pixels.of(scene.snapshot(null)));
        });
    Files.write(folder(Skin.STANDARD).resolve("26-safe.png"), png);
    assertEquals(List.of(), findings);
  }

  private static void claim(Skin skin, String name, LocalMessage.Claim claim, List<String> findings)
      throws IOException {
    shown(skin, name, new State.Attract(), findings, stand -> stand.shell().claim(claim));
  }

  private static void sheet(
      Skin skin, String name, State state, String button, List<String> findings)
      throws IOException {
    shown(skin, name, state, findings, stand -> stand.node(button, Button.class).fire());
  }

  private static void shown(
      Skin skin, String name, State state, List<String> findings, Consumer<Stand> act)
      throws IOException {
    byte[] png =
        Fx.on(() -> {
          try (var stand = new Stand(state, skin, AWAY)) {
            act.accept(stand);
            stand.layout();
            findings.addAll(ScreenRules.broken(name, stand, skin));
            return picture(stand);
          }
        });
    Files.write(folder(skin).resolve(name + ".png"), png);
  }

  private static Path folder(Skin skin) throws IOException {
    return Files.createDirectories(PICTURES.resolve(skin.name().toLowerCase(Locale.ROOT)));
  }

  static byte[] picture(Stand stand) {
    return Png.encode(Png.Pixels.of(stand.scene().snapshot(null)));
  }
}
