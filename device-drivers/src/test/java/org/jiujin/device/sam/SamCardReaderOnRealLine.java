package org.jiujin.device.sam;

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

/// The contract, over a line that the operating system carries.
@SuppressWarnings("NullAway.Init") // set before each test, by open
abstract class SamCardReaderOnRealLine implements IdentityCardReaderContract {
  private VirtualSamReader peer;
  private IdentityCardReader reader;

  /// Plugs the reader in and opens the driver on it.
  final void open(VirtualSamReader virtual) {
    peer = virtual;
    peer.plug();
    reader =
        SamReaders.open(new DevicePort("idcard", peer.address(), true), InstantSource.system());
    Eventually.within(
        Duration.ofSeconds(5),
        () -> reader.status().toString(),
        () -> reader.status() instanceof DeviceStatus.Ready);
  }

  @AfterEach
  final void close() {
    reader.close();
    peer.close();
  }

  @Override
  public final IdentityCardReader reader() {
    return reader;
  }

  @Override
  public final void lay(String card) {
    peer.lay(VirtualCards.named(card).orElseThrow());
  }

  @Override
  public final void lift() {
    peer.lift();
  }

  @Override
  public final void plug() {
    peer.plug();
  }

  @Override
  public final void unplug() {
    peer.unplug();
  }

  @Override
  public final void moveCardsAwayWhileReading() {
    peer.misbehave(Misbehaviour.READ_FAILS);
  }

  @Override
  public final void fallSilent() {
    peer.misbehave(Misbehaviour.MUTE);
  }
}
