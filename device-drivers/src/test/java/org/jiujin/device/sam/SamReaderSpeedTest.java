package org.jiujin.device.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.InstantSource;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Eventually;
import org.jiujin.device.idcard.CardOutcome;
import org.jiujin.device.line.LinePort;
import org.jiujin.device.virtual.MemoryPort;
import org.jiujin.device.virtual.VirtualCards;
import org.jiujin.device.virtual.VirtualSamReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A reader that talks at another speed hears only noise from a driver at the wrong one; here it hears nothing.
class SamReaderSpeedTest {
  private static final Duration FOUND = Duration.ofSeconds(30);

  private final MemoryPort wire = new MemoryPort();
  private final VirtualSamReader peer = new VirtualSamReader(wire);
  private final MemoryPort nobody = new MemoryPort();
  private final VirtualSamReader deaf = new VirtualSamReader(nobody);

  SamReaderSpeedTest() {
    peer.plug();
    deaf.plug();
    deaf.misbehave(org.jiujin.device.virtual.Misbehaviour.MUTE);
  }

  @AfterEach
  void close() {
    peer.close();
    deaf.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {115_200, 9_600, 19_200})
  void findsTheSpeedAndRaisesIt(int baud) {
    peer.talkAt(baud);
    try (var reader =
        SamReaders.open(
            new DevicePort("idcard", "memory", true),
            SamSpeed.sought(this::at),
            false,
            InstantSource.system())) {
      Eventually.within(
          FOUND,
          () -> reader.status() + " at " + peer.baud(),
          () -> reader.status() instanceof DeviceStatus.Ready && peer.baud() == 115_200);
      peer.lay(VirtualCards.named("citizen").orElseThrow());
      assertInstanceOf(CardOutcome.Read.class, reader.read(Duration.ofSeconds(10)));
    }
  }

  @Test
  void leavesAKnownSpeedAlone() {
    peer.talkAt(9_600);
    try (var reader =
        SamReaders.open(new DevicePort("idcard", "memory", true), wire, InstantSource.system())) {
      Eventually.within(
          FOUND,
          () -> reader.status().toString(),
          () -> reader.status() instanceof DeviceStatus.Ready);
      assertEquals(9_600, peer.baud());
    }
  }

  private LinePort at(int baud) {
    return () -> (baud == peer.baud() ? wire : nobody).open();
  }
}
