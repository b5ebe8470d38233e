package org.jiujin.device.pcsc;

import java.time.Duration;
import java.time.InstantSource;
import org.jiujin.device.DevicePort;
import org.jiujin.device.SettingException;
import org.jiujin.device.chipcard.ChipCardReader;
import org.jiujin.device.idcard.IdentityCardReader;

/// Opens readers behind PC/SC, at addresses of the form `pcsc:NAME`. Neither service nor reader need be there yet.
public final class PcscReaders {
  private static final String SCHEME = "pcsc:";

  /// A signature with RSA-2048 takes old cards two seconds, a certificate at 9600 baud three.
  private static final Duration WORK_LIMIT = Duration.ofSeconds(10);

  private PcscReaders() {}

  /// Opens a reader of chip cards.
  ///
  /// @throws SettingException when the port's address has another form
  public static ChipCardReader openChipCards(
      DevicePort port, Transport transport, InstantSource time) {
    return openChipCards(wiring(port, transport.manager()), WORK_LIMIT, time);
  }

  /// Opens a combined reader for identity cards.
  ///
  /// @throws SettingException when the port's address has another form
  public static IdentityCardReader openIdentityCards(
      DevicePort port, Transport transport, InstantSource time) {
    return openIdentityCards(wiring(port, transport.manager()), WORK_LIMIT, time);
  }

  static ChipCardReader openChipCards(
      PcscDevice.Wiring wiring, Duration workLimit, InstantSource time) {
    var reader = new PcscChipCardReader(wiring, workLimit, time);
    reader.start();
    return reader;
  }

  static IdentityCardReader openIdentityCards(
      PcscDevice.Wiring wiring, Duration workLimit, InstantSource time) {
    var reader = new PcscIdCardReader(wiring, workLimit, time);
    reader.start();
    return reader;
  }

  static PcscDevice.Wiring wiring(DevicePort port, ResourceManager service) {
    if (!port.address().startsWith(SCHEME)) {
      throw new SettingException(
          "port", "is " + port.address() + "; write pcsc:NAME, with a part of the reader's name");
    }
    return new PcscDevice.Wiring(port, service, port.address().substring(SCHEME.length()));
  }

  /// How the PC/SC service is called.
  public enum Transport {
    /// By libpcsclite itself; 64-bit Linux only.
    NATIVE,
    /// By javax.smartcardio.
    SMARTCARDIO;

    /// What proved itself on this system (ADR 10).
    public static Transport usual() {
      return System.getProperty("os.name").equals("Linux")
              && System.getProperty("sun.arch.data.model", "").equals("64")
          ? NATIVE
          : SMARTCARDIO;
    }

    ResourceManager manager() {
      return switch (this) {
        case NATIVE -> new NativePcsc();
        case SMARTCARDIO -> new SmartcardioPcsc();
      };
    }
  }
}
