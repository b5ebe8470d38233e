package org.jiujin.device.pcsc;

import java.util.Map;
import java.util.Set;
import org.jiujin.device.DriverSettings;

/// What device sets may say about readers behind PC/SC.
final class PcscSettings {
  static final Set<String> NAMES = Set.of("transport");

  private PcscSettings() {}

  static PcscReaders.Transport transport(DriverSettings settings) {
    return settings.choice(
        "transport",
        Map.of(
            "native",
            PcscReaders.Transport.NATIVE,
            "smartcardio",
            PcscReaders.Transport.SMARTCARDIO),
        PcscReaders.Transport.usual());
  }
}
