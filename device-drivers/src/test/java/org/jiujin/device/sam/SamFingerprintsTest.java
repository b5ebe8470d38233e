package org.jiujin.device.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import org.jiujin.device.DeviceDescription.Capability;
import org.jiujin.device.DevicePort;
import org.jiujin.device.idcard.CardOutcome;
import org.jiujin.device.idcard.IdentityCard.Fingerprints;
import org.jiujin.device.idcard.IdentityCardReader;
import org.jiujin.device.virtual.MemoryPort;
import org.jiujin.device.virtual.Misbehaviour;
import org.jiujin.device.virtual.VirtualCards;
import org.jiujin.device.virtual.VirtualSamReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SamFingerprintsTest {
  private final MemoryPort wire = new MemoryPort();
  private final VirtualSamReader peer = new VirtualSamReader(wire);
  private final IdentityCardReader reader =
      SamReaders.open(
          new DevicePort("idcard", "memory", true),
          SamSpeed.fixed(wire),
          true,
          InstantSource.system());

  SamFingerprintsTest() {
    peer.plug();
  }

  @AfterEach
  void close() {
    reader.close();
    peer.close();
  }

  @Test
  void saysWhetherTheChipCarriesAny() {
    assertEquals(Fingerprints.PRESENT, read("citizen-fingerprints"));
    assertEquals(Fingerprints.NONE, read("citizen"));
    assertTrue(reader.description().capabilities().contains(Capability.FINGERPRINT_PRESENCE));
  }

  @Test
  void readsWithoutThemWhereTheReaderDoesNotKnowTheCommand() {
    peer.misbehave(Misbehaviour.FINGERPRINTS_UNKNOWN);
    assertEquals(Fingerprints.NOT_ASKED, read("citizen-fingerprints"));
  }

  private Fingerprints read(String card) {
    peer.lay(VirtualCards.named(card).orElseThrow());
    var outcome = reader.read(Duration.ofSeconds(10));
    return assertInstanceOf(CardOutcome.Read.class, outcome).card().fingerprints();
  }
}
