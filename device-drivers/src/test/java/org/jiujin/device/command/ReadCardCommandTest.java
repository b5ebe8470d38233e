package org.jiujin.device.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jiujin.device.pcsc.PcscService;
import org.jiujin.device.virtual.card.VirtualAgentCard;
import org.jiujin.device.virtual.card.VirtualCardSlot;
import org.jiujin.device.virtual.card.VirtualChipCard;
import org.jiujin.device.virtual.card.VirtualPaymentCard;
import org.jiujin.device.virtual.card.VirtualSocialSecurityCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Over a real pcscd, as on site.
class ReadCardCommandTest {
  @TempDir private Path home;
  private final PcscService service = new PcscService();
  private VirtualCardSlot slot;

  @BeforeEach
  void start() {
    slot = new VirtualCardSlot(service.port());
    service.start();
  }

  @AfterEach
  void stop() {
    slot.close();
    service.close();
  }

  @Test
  void masksASocialSecurityCard() {
    assertEquals(
        "{\"birth\":\"**********\",\"birthRegion\":\"******\",\"cardClass\":\"1\","
            + "\"cardNumber\":\"X********\",\"details\":\"open\",\"expires\":\"2030-01-01\","
            + "\"generation\":2,\"institution\":\"915600000262112100000001\","
            + "\"issued\":\"2020-01-01\",\"kind\":\"social-security\",\"name\":\"甘**\","
            + "\"nation\":\"*\",\"number\":\"******************\",\"region\":\"621121\","
            + "\"sex\":\"******\",\"version\":\"2.00\"}",
        read(VirtualSocialSecurityCard.ofGeneration(2)));
  }

  @Test
  void masksABankCard() {
    assertEquals(
        "{\"expires\":\"2030-12\",\"kind\":\"payment\",\"number\":\"629999******0009\"}",
        read(new VirtualPaymentCard(VirtualPaymentCard.Layout.NUMBER_IN_OBJECT)));
  }

  @Test
  void saysOfAnAgentsCardOnlyItsKind() {
    var agent = read(VirtualAgentCard.ellipticCurve("83920174"));
    assertTrue(agent.contains("\"keyKind\":\"ec-p256\",\"kind\":\"agent\""), agent);
  }

  @Test
  void showsItOnlyToWhoeverSaysYes() {
    slot.insert(VirtualSocialSecurityCard.ofGeneration(2));
    var asked = new Calls(home, "no\n");
    assertEquals(Command.FAILED, asked.run("read-card", "--show"));
    assertEquals(List.of(), asked.said());
    var confirmed = new Calls(home, "yes\n");
    assertEquals(Command.OK, confirmed.run("read-card", "--port", "pcsc:Kiosk", "--show"));
    assertTrue(confirmed.said().getFirst().contains("甘测试"), confirmed.said()::toString);
  }

  @Test
  void saysWhatIsWrong() {
    var calls = new Calls(home);
    assertEquals(Command.FAILED, calls.run("read-card", "--seconds", "1"));
    assertTrue(calls.complained().getLast().contains("no card was put in"));
    assertEquals(Command.MISUSED, calls.run("read-card", "--port", "tcp://127.0.0.1:1"));
    assertEquals(Command.MISUSED, calls.run("read-card", "--driver", "escpos", "--port", "x"));
    assertFalse(calls.complained().isEmpty());
  }

  private String read(VirtualChipCard card) {
    slot.insert(card);
    var calls = new Calls(home);
    assertEquals(Command.OK, calls.run("read-card"), calls.complained()::toString);
    return calls.said().getFirst();
  }
}
