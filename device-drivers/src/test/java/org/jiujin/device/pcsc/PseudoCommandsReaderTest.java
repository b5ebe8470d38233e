package org.jiujin.device.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.InstantSource;
import org.jiujin.device.DeviceDescription.Capability;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Eventually;
import org.jiujin.device.Fault;
import org.jiujin.device.idcard.CardOutcome;
import org.jiujin.device.idcard.IdentityCardReader;
import org.jiujin.device.idcard.IdentityCardReaderContract;
import org.jiujin.device.virtual.VirtualCards;
import org.jiujin.device.virtual.card.SlotMisbehaviour;
import org.jiujin.device.virtual.card.VirtualCardSlot;
import org.jiujin.device.virtual.card.VirtualIdentityChip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Identity cards through pseudo commands, over a real pcscd.
class PseudoCommandsReaderTest implements IdentityCardReaderContract {
  private final PcscService service = new PcscService();
  private VirtualCardSlot slot;
  private IdentityCardReader reader;
  private boolean movesAway;

  @BeforeEach
  void open() {
    slot = new VirtualCardSlot(service.port());
    service.start();
    var port = new DevicePort("idcard", "pcsc:" + PcscService.READER, true);
    reader =
        PcscReaders.openIdentityCards(
            PcscReaders.wiring(port, new NativePcsc()),
            Duration.ofSeconds(4),
            InstantSource.system());
    Eventually.within(
        Duration.ofSeconds(8),
        () -> reader.status().toString(),
        () -> reader.status() instanceof DeviceStatus.Ready);
  }

  @AfterEach
  void close() {
    slot.close();
    reader.close();
    service.close();
  }

  /// The pseudo commands know no added address, and the reader does not claim it.
  @Test
  @Override
  public void readsTheNewestAddress() {
    assertFalse(reader.description().capabilities().contains(Capability.NEWEST_ADDRESS));
    lay("citizen-moved");
    var card = assertInstanceOf(CardOutcome.Read.class, reader.read(PATIENCE)).card();
    assertEquals("甘肃省定西市通渭县测试镇样例村1号", card.currentAddress());
  }

  /// A reader behind the service is only heard when a card is asked through it.
  @Test
  @Override
  public void noticesAReaderThatFellSilent() {
    fallSilent();
    lay("citizen");
    var outcome = assertInstanceOf(CardOutcome.Failed.class, reader.read(PATIENCE));
    assertEquals(Fault.Code.NO_ANSWER, outcome.fault().code());
    Eventually.within(
        PATIENCE,
        () -> reader.status().toString(),
        () -> reader.status() instanceof DeviceStatus.Unavailable);
  }

  @Override
  public IdentityCardReader reader() {
    return reader;
  }

  @Override
  public void lay(String card) {
    slot.insert(new VirtualIdentityChip(VirtualCards.named(card).orElseThrow()));
    if (movesAway) {
      slot.pullAfter(1);
    }
  }

  @Override
  public void lift() {
    slot.pull();
  }

  @Override
  public void plug() {
    service.start();
  }

  @Override
  public void unplug() {
    service.startWithoutReader();
  }

  @Override
  public void moveCardsAwayWhileReading() {
    movesAway = true;
  }

  @Override
  public void fallSilent() {
    slot.misbehave(SlotMisbehaviour.MUTE);
  }
}
