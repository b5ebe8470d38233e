package org.jiujin.device.pcsc;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.iso7816.ExchangeException;

/// `chipcard-pcsc`: readers of chip cards behind PC/SC.
public final class PcscCardDriver implements DeviceDriver {
  @Override
  public String name() {
    return "chipcard-pcsc";
  }

  @Override
  public DeviceDescription.Kind kind() {
    return DeviceDescription.Kind.CHIP_CARD_READER;
  }

  @Override
  public Set<String> settings() {
    return PcscSettings.NAMES;
  }

  @Override
  public Device open(DevicePort port, DriverSettings settings, InstantSource time) {
    return PcscReaders.openChipCards(port, PcscSettings.transport(settings), time);
  }

  /// Lists the readers that the service knows; no card is touched.
  @Override
  public List<Found> detect(List<String> places, Duration limit) {
    try (var context = PcscReaders.Transport.usual().manager().establish()) {
      return context.readers().stream().map(name -> new Found("pcsc:" + name, name)).toList();
    } catch (ExchangeException noService) {
      return List.of();
    }
  }
}
