package org.jiujin.device.pcsc;

import java.time.Duration;
import java.time.InstantSource;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Eventually;
import org.jiujin.device.chipcard.ChipCardReader;
import org.jiujin.device.chipcard.ChipCardReaderContract;
import org.jiujin.device.virtual.card.SlotMisbehaviour;
import org.jiujin.device.virtual.card.VirtualCardSlot;
import org.jiujin.device.virtual.card.VirtualChipCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// The contract over a real pcscd, for each way of calling it.
abstract class PcscServiceContract implements ChipCardReaderContract {
  private final PcscService service = new PcscService();
  private VirtualCardSlot slot;
  private ChipCardReader reader;

  abstract ResourceManager manager();

  /// The reader is opened first: a service that comes late is the usual case at power-on.
  @BeforeEach
  void open() {
    var port = new DevicePort("card", "pcsc:" + PcscService.READER + " 00 00", true);
    reader =
        PcscReaders.openChipCards(
            PcscReaders.wiring(port, manager()), Duration.ofSeconds(4), InstantSource.system());
    slot = new VirtualCardSlot(service.port());
    service.start();
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

  @Override
  public ChipCardReader reader() {
    return reader;
  }

  @Override
  public void insert(VirtualChipCard card) {
    slot.insert(card);
  }

  @Override
  public void pull() {
    slot.pull();
  }

  @Override
  public void pullAfter(int commands) {
    slot.pullAfter(commands);
  }

  @Override
  public void misbehave(SlotMisbehaviour how) {
    slot.misbehave(how);
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
  public void stopService() {
    service.kill();
  }

  @Override
  public void startService() {
    service.start();
  }
}
