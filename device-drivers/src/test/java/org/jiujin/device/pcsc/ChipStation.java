package org.jiujin.device.pcsc;

import java.time.InstantSource;
import java.util.List;
import org.jiujin.device.Device;
import org.jiujin.device.DevicePort;
import org.jiujin.device.chipcard.ChipCardOutcome;
import org.jiujin.device.chipcard.ChipCardReader;
import org.jiujin.device.soak.Station;
import org.jiujin.device.virtual.card.SlotMisbehaviour;
import org.jiujin.device.virtual.card.VirtualSocialSecurityCard;

/// A chip card reader behind a PC/SC service within this program; the real service is met in the contract tests.
public final class ChipStation implements Station {
  private final FakeService service = new FakeService(SlotTroubles.SLOWNESS);
  private final ChipCardReader reader;

  public ChipStation(InstantSource time) {
    reader =
        PcscReaders.openChipCards(
            PcscReaders.wiring(
                new DevicePort("chipcard", "pcsc:" + FakeService.READER, true), service),
            SlotTroubles.PATIENCE,
            time);
  }

  @Override
  public Device device() {
    return reader;
  }

  @Override
  public boolean work() {
    service.insert(VirtualSocialSecurityCard.ofGeneration(2));
    try {
      return reader.read(SlotTroubles.PATIENCE) instanceof ChipCardOutcome.Read;
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
