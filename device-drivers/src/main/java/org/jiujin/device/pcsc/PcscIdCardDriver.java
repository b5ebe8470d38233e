package org.jiujin.device.pcsc;

import java.time.InstantSource;
import java.util.Set;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;

/// `idcard-pcsc`: combined readers that hand identity cards over through PC/SC. They are not to be told from readers of chip
/// cards before a card lies on them, so nothing is detected.
public final class PcscIdCardDriver implements DeviceDriver {
  @Override
  public String name() {
    return "idcard-pcsc";
  }

  @Override
  public DeviceDescription.Kind kind() {
    return DeviceDescription.Kind.IDENTITY_CARD_READER;
  }

  @Override
  public Set<String> settings() {
    return PcscSettings.NAMES;
  }

  @Override
  public Device open(DevicePort port, DriverSettings settings, InstantSource time) {
    return PcscReaders.openIdentityCards(port, PcscSettings.transport(settings), time);
  }
}
