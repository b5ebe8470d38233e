package org.jiujin.device.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jiujin.device.Device;
import org.jiujin.device.DevicePort;
import org.jiujin.device.idcard.CardOutcome;
import org.jiujin.device.idcard.IdentityCardReader;
import org.jiujin.device.sam.SamReaders;
import org.jiujin.device.virtual.Misbehaviour;
import org.jiujin.device.virtual.VirtualCards;
import org.jiujin.device.virtual.VirtualSamReader;

/// The identity-card reader on a pseudo-terminal.
final class SamStation implements Station {
  private final VirtualSamReader peer;
  private final IdentityCardReader reader;

  SamStation(Path folder, InstantSource time) {
    var link = folder.resolve("idcard");
    peer = new VirtualSamReader(link);
    peer.plug();
    reader = SamReaders.open(new DevicePort("idcard", link.toString(), true), time);
  }

  @Override
  public Device device() {
    return reader;
  }

  @Override
  public boolean work() {
    peer.lay(VirtualCards.named("citizen").orElseThrow());
    try {
      return reader.read(Duration.ofSeconds(3)) instanceof CardOutcome.Read;
    } finally {
      peer.lift();
    }
  }

  @Override
  public List<Trouble> troubles() {
    var misbehaviours =
        Stream.of(Misbehaviour.values())
            .filter(how -> how != Misbehaviour.NONE)
            .map(how ->
                new Trouble(
                    how.name(),
                    () -> peer.misbehave(how),
                    () -> peer.misbehave(Misbehaviour.NONE)));
    var cable = new Trouble("cable", peer::unplug, peer::plug);
    return Stream.concat(Stream.of(cable), misbehaviours).toList();
  }

  @Override
  public void close() {
    reader.close();
    peer.close();
  }
}
