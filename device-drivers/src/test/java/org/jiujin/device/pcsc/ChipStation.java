package org.jiujin.device.pcsc;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jiujin.device.Device;
import org.jiujin.device.DevicePort;
import org.jiujin.device.chipcard.ChipCardOutcome;
import org.jiujin.device.chipcard.ChipCardReader;
import org.jiujin.device.soak.Station;
import org.jiujin.device.virtual.card.SlotMisbehaviour;
import org.jiujin.device.virtual.card.VirtualSocialSecurityCard;

/// A chip card reader behind a PC/SC service within this program; the real service is met in the contract tests.
public final class ChipStation implements Station {
  private final FakeService service = new FakeService();
  private final ChipCardReader reader;

  public ChipStation(InstantSource time) {
    reader =
        PcscReaders.openChipCards(
            PcscReaders.wiring(
                new DevicePort("chipcard", "pcsc:" + FakeService.READER, true), service),
            Duration.ofSeconds(3),
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
      return reader.read(Duration.ofSeconds(3)) instanceof ChipCardOutcome.Read;
    } finally {
      service.pull();
    }
  }

  @Override
  public List<Trouble> troubles() {
    var misbehaviours =
        Stream.of(SlotMisbehaviour.values())
            .filter(how -> how != SlotMisbehaviour.NONE)
            .map(how ->
                new Trouble(
                    how.name(),
                    () -> service.misbehave(how),
                    () -> service.misbehave(SlotMisbehaviour.NONE)));
    return Stream.concat(
            Stream.of(
                new Trouble("cable", () -> service.plug(false), () -> service.plug(true)),
                new Trouble("service", () -> service.run(false), () -> service.run(true)),
                new Trouble("card pulled early", () -> service.pullAfter(3), () -> {})),
            misbehaviours)
        .toList();
  }

  @Override
  public void close() {
    service.misbehave(SlotMisbehaviour.NONE);
    reader.close();
  }
}
