package org.jiujin.device.pcsc;

import java.time.InstantSource;
import java.util.List;
import org.jiujin.device.Device;
import org.jiujin.device.DevicePort;
import org.jiujin.device.idcard.CardOutcome;
import org.jiujin.device.idcard.IdentityCardReader;
import org.jiujin.device.soak.Station;
import org.jiujin.device.virtual.VirtualCards;
import org.jiujin.device.virtual.card.SlotMisbehaviour;
import org.jiujin.device.virtual.card.VirtualIdentityChip;

/// An identity-card reader with pseudo commands, behind the same service as [ChipStation].
public final class IdentityChipStation implements Station {
  private final FakeService service = new FakeService(SlotTroubles.SLOWNESS);
  private final IdentityCardReader reader;

  public IdentityChipStation(InstantSource time) {
    reader =
        PcscReaders.openIdentityCards(
            PcscReaders.wiring(
                new DevicePort("idcard", "pcsc:" + FakeService.READER, true), service),
            SlotTroubles.PATIENCE,
            time);
  }

  @Override
  public Device device() {
    return reader;
  }

  @Override
  public boolean work() {
    service.insert(new VirtualIdentityChip(VirtualCards.named("citizen").orElseThrow()));
    try {
      return reader.read(SlotTroubles.PATIENCE) instanceof CardOutcome.Read;
    } finally {
      service.pull();
    }
  }

  @Override
  public List<Trouble> troubles() {
    return SlotTroubles.of(service);
  }

  @Override
  public void close() {
    service.misbehave(SlotMisbehaviour.NONE);
    reader.close();
  }
}
