package org.jiujin.device.sam;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Eventually;
import org.jiujin.device.idcard.IdentityCardReader;
import org.jiujin.device.idcard.IdentityCardReaderContract;
import org.jiujin.device.virtual.Misbehaviour;
import org.jiujin.device.virtual.VirtualCards;
import org.jiujin.device.virtual.VirtualSamReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Behind a serial server.
class SamCardReaderOnTcpTest implements IdentityCardReaderContract {
  private VirtualSamReader peer;
  private IdentityCardReader reader;

  @BeforeEach
  void open() throws IOException {
    peer = VirtualSamReader.overTcp();
    peer.plug();
    reader =
        SamReaders.open(new DevicePort("idcard", peer.address(), true), InstantSource.system());
    Eventually.within(
        Duration.ofSeconds(5),
        () -> reader.status().toString(),
        () -> reader.status() instanceof DeviceStatus.Ready);
  }

  @AfterEach
  void close() {
    reader.close();
    peer.close();
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
