package org.jiujin.device.virtual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jiujin.device.virtual.VirtualCard.Field;
import org.junit.jupiter.api.Test;

class VirtualCardsTest {
  @Test
  void buildsTheTextBlockOfTheGoldenCitizen() throws IOException {
    var card =
        VirtualCard.of(
            "golden",
            new Field(0, 30, "测试"),
            new Field(30, 2, "1"),
            new Field(32, 4, "01"),
            new Field(36, 16, "19900101"),
            new Field(52, 70, "甘肃省测试县测试村1号"),
            new Field(122, 36, "620100199001010000"),
            new Field(158, 30, "测试县公安局"),
            new Field(188, 16, "20200101"),
            new Field(204, 16, "20400101"));
    assertArrayEquals(Arrays.copyOfRange(golden("sam-3001-citizen"), 14, 270), card.text());
  }

  @Test
  void answersTheWholeFrameOfTheGoldenAddress() throws IOException {
    var peer = new SamPeer();
    peer.lay(VirtualCards.named("citizen").orElseThrow().movedTo("golden", "甘肃省测试县新测试村2号"));
    ask(peer, "AAAAAA96690003200122");
    ask(peer, "AAAAAA96690003200221");
    assertArrayEquals(golden("sam-3003-new-address"), ask(peer, "AAAAAA96690003300330"));
  }

  @Test
  void inventsNumbersWithTheOrderCodeThatIsNeverIssued() {
    for (var card : VirtualCards.all()) {
      var number = new String(card.text(), 122, 36, StandardCharsets.UTF_16LE);
      assertEquals("000", number.substring(card.id().endsWith("2017") ? 6 : 14).substring(0, 3));
      if (!card.id().endsWith("2017")) {
        assertEquals(VirtualCards.checkCharacter(number.substring(0, 17)), number.charAt(17));
      }
    }
  }

  @Test
  void computesTheCheckCharacterOfTheVectors() {
    assertEquals('0', VirtualCards.checkCharacter("62010019900101000"));
    assertEquals('3', VirtualCards.checkCharacter("93184019900101000"));
  }

  @Test
  void sendsAnErrorForAFrameWithAWrongChecksum() {
    var answer = ask(new SamPeer(), "AAAAAA96690003200100");
    assertEquals(0x10, answer[9]);
    assertTrue(answer.length == 11);
  }

  private static byte[] ask(SamPeer peer, String hex) {
    return peer.exchange(HexFormat.of().parseHex(hex)).iterator().next();
  }

  private static byte[] golden(String name) throws IOException {
    try (var in = VirtualCardsTest.class.getResourceAsStream("/vectors/" + name + ".hex")) {
      if (in == null) {
        throw new IOException("no such vector: " + name);
      }
      return HexFormat.of()
          .parseHex(
              new String(in.readAllBytes(), StandardCharsets.UTF_8)
                  .lines()
                  .filter(line -> !line.startsWith("#"))
                  .collect(Collectors.joining()));
    }
  }
}
