package org.jiujin.kiosk.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiujin.device.printer.Receipt;
import org.jiujin.device.printer.ReceiptLine;
import org.jiujin.kiosk.catalogue.Catalogue;
import org.jiujin.kiosk.catalogue.Matter;
import org.jiujin.kiosk.journey.Acknowledgement;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.terminal.ProfileInForce;
import org.jiujin.kiosk.terminal.TerminalProfile;
import org.junit.jupiter.api.Test;

class ReceiptComposerTest {
  private static final Path HOME =
      Path.of(Objects.requireNonNull(System.getProperty("kiosk.home")));
  private static final String CASE = "6200002026112310010000017";
  private static final String LOCAL = "62112100126112300017";

  private final Matter matter =
      Catalogue.load(HOME).orThrow().matter("shehui-baozhang-ka").orElseThrow();
  private final ProfileInForce profile =
      new ProfileInForce(TerminalProfile.load(HOME, "config/terminals/demo.yaml").orThrow());
  private final ReceiptComposer composer =
      new ReceiptComposer(profile, new NumberSeal(new byte[32]));

  @Test
  void namesThePlaceAsTheOperatorSetIt() {
    profile.apply(Map.of("place.name", "通渭县新服务站", "place.hotline", "0931-12333"));
    Receipt receipt =
        composer.compose(
            filed(
                new Acknowledgement.Accepted(CASE, LOCAL, Instant.parse("2026-11-23T01:05:59Z"))));

    List<String> lines = receipt.lines().stream().map(ReceiptComposerTest::shown).toList();
    assertEquals("^通渭县新服务站^", lines.get(1));
    assertTrue(lines.stream().anyMatch(line -> line.endsWith("| 0931-12333")), lines.toString());
  }

  @Test
  void saysEverythingAboutAnAcceptedFiling() {
    Receipt receipt =
        composer.compose(
            filed(
                new Acknowledgement.Accepted(CASE, LOCAL, Instant.parse("2026-11-23T01:05:59Z"))));

    assertEquals(
        List.of(
            "^就近办^",
            "^通渭县便民服务站（演示）^",
            "^演示用，不是真实的办理凭证^",
            "---",
            "^申请已提交^",
            "办件编号",
            "^6200 0020 2611 2310 0100 0001 7^",
            "---",
            "办理事项 | 社会保障卡居民服务",
            "办理情形 | 补换",
            "申请人 | 测**",
            "提交时间 | 2026-11-23 09:05",
            "所用材料 | 居民身份证、证件照片",
            "办理时限",
            "各地制卡一般要 15 个工作日到 30 天，以受理机关告知为准",
            "---",
            "[QR JJB1.C.6200002026112310010000017.CHECK]",
            "咨询投诉电话 | 12345",
            "终端编号 | T621121001",
            "^请妥善保管^"),
        receipt.lines().stream().map(ReceiptComposerTest::shown).toList());
  }

  @Test
  void saysOfAStoredFilingThatItIsSentLater() {
    List<String> lines = stored().lines().stream().map(ReceiptComposerTest::shown).toList();

    assertEquals(
        List.of("^申请已存本机^", "^已存本机，联网后自动提交^", "本机编号", "^6211 2100 1261 1230 0017^"),
        lines.subList(4, 8));
    assertTrue(lines.contains("[QR JJB1.L.62112100126112300017.CHECK]"));
  }

  @Test
  void neverClaimsThatAStoredFilingWasSubmitted() {
    assertFalse(
        stored().lines().stream()
            .map(ReceiptComposerTest::shown)
            .anyMatch(line -> line.contains("已提交") || line.contains("办件编号")));
  }

  @Test
  void masksWhatItIsMadeFrom() {
    var paper = filed(new Acknowledgement.StoredHere(LOCAL, Instant.EPOCH));

    assertEquals("Kept[shehui-baozhang-ka]", paper.toString());
  }

  @Test
  void givesEachNumberAndEachTerminalItsOwnCheckValue() {
    var seal = new NumberSeal(new byte[32]);
    byte[] otherKey = new byte[32];
    otherKey[0] = 1;

    assertNotEquals(check(seal.caseNumber("1")), check(seal.caseNumber("2")));
    assertNotEquals(check(seal.caseNumber("1")), check(seal.localNumber("1")));
    assertNotEquals(check(seal.caseNumber("1")), check(new NumberSeal(otherKey).caseNumber("1")));
    assertEquals(16, check(seal.caseNumber("1")).length());
    assertThrows(IllegalArgumentException.class, () -> new NumberSeal(new byte[15]));
  }

  private Receipt stored() {
    return composer.compose(
        filed(new Acknowledgement.StoredHere(LOCAL, Instant.parse("2026-11-23T01:05:59Z"))));
  }

  private State.Filed.Kept filed(Acknowledgement acknowledgement) {
    var situation = matter.situationsHere().getFirst();
    var materials =
        matter.materialsIn(situation.id()).stream().map(material -> material.name()).toList();
    return new State.Filed.Kept(matter, situation, "测**", materials, acknowledgement);
  }

  private static String check(String payload) {
    return payload.substring(payload.lastIndexOf('.') + 1);
  }

  private static String shown(ReceiptLine line) {
    return switch (line) {
      case ReceiptLine.Text text ->
          text.align() == ReceiptLine.Align.CENTRE ? "^" + text.text() + "^" : text.text();
      case ReceiptLine.Row(var key, var value) -> key + " | " + value;
      case ReceiptLine.Rule _ -> "---";
      case ReceiptLine.QrCode(var payload, _) ->
          "[QR " + payload.replaceFirst("\\.[0-9A-F]{16}$", ".CHECK") + "]";
      case ReceiptLine.Picture _ -> "[picture]";
      case ReceiptLine.Feed(var lines) -> "feed " + lines;
    };
  }
}
