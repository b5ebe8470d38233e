package org.jiujin.device.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Eventually;
import org.jiujin.device.SettingException;
import org.jiujin.device.chipcard.ChipCardOutcome;
import org.jiujin.device.chipcard.ChipCardReader;
import org.jiujin.device.chipcard.ChipCardReaderContract;
import org.jiujin.device.virtual.card.SlotMisbehaviour;
import org.jiujin.device.virtual.card.VirtualAgentCard;
import org.jiujin.device.virtual.card.VirtualChipCard;
import org.jiujin.device.virtual.card.VirtualPaymentCard;
import org.jiujin.device.virtual.card.VirtualSocialSecurityCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Without a service, and with a card pulled at every single step.
class PcscChipCardReaderInMemoryTest implements ChipCardReaderContract {
  private static final DevicePort PORT = new DevicePort("card", "pcsc:Fake", true);

  private final FakeService service = new FakeService();
  private ChipCardReader reader;

  @BeforeEach
  void open() {
    reader =
        PcscReaders.openChipCards(
            PcscReaders.wiring(PORT, service), Duration.ofSeconds(3), InstantSource.system());
    Eventually.within(
        Duration.ofSeconds(5),
        () -> reader.status().toString(),
        () -> reader.status() instanceof DeviceStatus.Ready);
  }

  @AfterEach
  void close() {
    service.misbehave(SlotMisbehaviour.NONE);
    reader.close();
  }

  @Test
  void readsNothingHalfWhereverTheCardIsPulled() {
    pulledAtEveryStep(VirtualSocialSecurityCard.ofGeneration(2));
    pulledAtEveryStep(VirtualSocialSecurityCard.ofGeneration(3));
    pulledAtEveryStep(new VirtualPaymentCard(VirtualPaymentCard.Layout.NUMBER_IN_OBJECT));
    pulledAtEveryStep(VirtualAgentCard.ellipticCurve(RIGHT));
  }

  private void pulledAtEveryStep(VirtualChipCard card) {
    service.insert(card);
    assertInstanceOf(ChipCardOutcome.Read.class, reader.read(PATIENCE));
    int steps = service.commands();
    assertTrue(steps > 4, "only " + steps);
    for (int step = 0; step < steps; step++) {
      service.insert(card);
      service.pullAfter(step);
      assertInstanceOf(
          ChipCardOutcome.Unreadable.class, reader.read(Duration.ofMillis(50)), "step " + step);
    }
  }

  @Test
  void tellsWhichReaderItIs() {
    assertEquals(FakeService.READER, reader.description().model());
    assertTrue(reader.description().simulated());
  }

  @Test
  void refusesOtherAddresses() {
    assertThrows(
        SettingException.class,
        () -> PcscReaders.wiring(new DevicePort("card", "tcp://x:1", true), service));
  }

  @Test
  void refusesCallsAfterItsEnd() {
    reader.close();
    reader.close();
    assertThrows(IllegalStateException.class, () -> reader.read(PATIENCE));
  }

  @Override
  public ChipCardReader reader() {
    return reader;
  }

  @Override
  public void insert(VirtualChipCard card) {
    service.insert(card);
  }

  @Override
  public void pull() {
    service.pull();
  }

  @Override
  public void pullAfter(int commands) {
    service.pullAfter(commands);
  }

  @Override
  public void misbehave(SlotMisbehaviour how) {
    service.misbehave(how);
  }

  @Override
  public void plug() {
    service.plug(true);
  }

  @Override
  public void unplug() {
    service.plug(false);
  }

  @Override
  public void stopService() {
    service.run(false);
  }

  @Override
  public void startService() {
    service.run(true);
  }
}
