package org.jiujin.device.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import org.jiujin.device.DevicePort;
import org.jiujin.device.Eventually;
import org.jiujin.device.Fault;
import org.jiujin.device.idcard.CardOutcome;
import org.jiujin.device.idcard.IdentityCardReader;
import org.jiujin.device.idcard.IdentityCardReaderContract;
import org.jiujin.device.virtual.MemoryPort;
import org.jiujin.device.virtual.Misbehaviour;
import org.jiujin.device.virtual.VirtualCards;
import org.jiujin.device.virtual.VirtualSamReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Without a terminal, and with everything that can go wrong on the wire.
class SamCardReaderInMemoryTest implements IdentityCardReaderContract {
  private final MemoryPort port = new MemoryPort();
  private final VirtualSamReader peer = new VirtualSamReader(port);
  private IdentityCardReader reader;

  @BeforeEach
  void open() {
    peer.plug();
    reader =
        SamReaders.open(new DevicePort("idcard", "memory", true), port, InstantSource.system());
    await("Ready");
  }

  @AfterEach
  void close() {
    reader.close();
    peer.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Misbehaviour.class,
      names = {"NOISE", "BYTE_BY_BYTE", "ADDRESS_UNKNOWN"})
  void readsInSpiteOf(Misbehaviour how) {
    peer.misbehave(how);
    lay("citizen");
    assertInstanceOf(CardOutcome.Read.class, reader.read(PATIENCE));
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT_FAILS, CARD_UNREADABLE",
    "ADDRESS_FAILS, CARD_UNREADABLE",
    "MUTE_WHILE_READING, CARD_UNREADABLE",
    "CARD_TYPE_UNKNOWN, CARD_UNKNOWN",
    "CARD_NOT_GENUINE, CARD_NOT_GENUINE"
  })
  void doesNotReadTheCardWith(Misbehaviour how, Fault.Code code) {
    peer.misbehave(how);
    lay("citizen");
    var outcome =
        assertInstanceOf(CardOutcome.Unreadable.class, reader.read(Duration.ofSeconds(20)));
    assertEquals(code, outcome.fault().code());
  }

  @ParameterizedTest
  @CsvSource({
    "WRONG_CHECKSUM, GARBLED_ANSWER",
    "CUT_SHORT, GARBLED_ANSWER",
    "SELF_TEST_FAILED, DEVICE_FAILED",
    "NOT_AUTHORISED, NOT_AUTHORISED"
  })
  void failsWith(Misbehaviour how, Fault.Code code) {
    peer.misbehave(how);
    lay("citizen");
    var outcome = assertInstanceOf(CardOutcome.Failed.class, reader.read(Duration.ofSeconds(2)));
    assertEquals(code, outcome.fault().code());
    await("Unavailable");
    peer.misbehave(Misbehaviour.NONE);
    await("Ready");
    assertInstanceOf(CardOutcome.Read.class, reader.read(PATIENCE), "recovers by itself");
  }

  @Test
  void tellsWhichModuleAnswers() {
    Eventually.within(
        PATIENCE,
        () -> reader.description().model(),
        () -> reader.description().model().equals("SAM 05.02-20200101-0001234567-0007654321"));
    assertTrue(reader.description().simulated());
  }

  @Test
  void refusesCallsAfterItsEnd() {
    reader.close();
    reader.close();
    assertThrows(IllegalStateException.class, () -> reader.read(PATIENCE));
  }

  private void await(String status) {
    Eventually.within(
        Duration.ofSeconds(8),
        () -> status + " but " + reader.status(),
        () -> reader.status().getClass().getSimpleName().equals(status));
  }

  @Override
  public IdentityCardReader reader() {
    return reader;
  }

  @Override
  public void lay(String card) {
    peer.lay(VirtualCards.named(card).orElseThrow());
  }

  @Override
  public void lift() {
    peer.lift();
  }

  @Override
  public void plug() {
    peer.plug();
  }

  @Override
  public void unplug() {
    peer.unplug();
  }

  @Override
  public void moveCardsAwayWhileReading() {
    peer.misbehave(Misbehaviour.READ_FAILS);
  }

  @Override
  public void fallSilent() {
    peer.misbehave(Misbehaviour.MUTE);
  }
}
