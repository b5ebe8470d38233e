package org.jiujin.device.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.SettingException;
import org.jiujin.device.chipcard.ChipCardReader;
import org.jiujin.device.idcard.IdentityCardReader;
import org.junit.jupiter.api.Test;

class PcscDriversTest {
  private static final DevicePort PORT = new DevicePort("card", "pcsc:" + PcscService.READER, true);
  private static final InstantSource TIME = InstantSource.system();

  @Test
  void listsTheReadersOfTheService() {
    try (var service = new PcscService()) {
      service.start();
      var found = new PcscCardDriver().detect(List.of(), Duration.ofSeconds(2));
      assertEquals(
          List.of("pcsc:Kiosk Card 00 00", "pcsc:Kiosk Card 00 01"),
          found.stream().map(each -> each.address()).toList());
      service.kill();
      assertEquals(List.of(), new PcscCardDriver().detect(List.of(), Duration.ofSeconds(2)));
    }
  }

  @Test
  void opensWhatTheSettingsSayAndRefusesWhatTheyMustNot() {
    var nativeWay = new DriverSettings(Map.of("transport", "native"));
    try (var cards = new PcscCardDriver().open(PORT, nativeWay, TIME);
        var identity = new PcscIdCardDriver().open(PORT, DriverSettings.NONE, TIME)) {
      assertInstanceOf(ChipCardReader.class, cards);
      assertInstanceOf(IdentityCardReader.class, identity);
    }
    var wrong = new DriverSettings(Map.of("transport", "pigeon"));
    assertThrows(SettingException.class, () -> new PcscCardDriver().open(PORT, wrong, TIME));
    var elsewhere = new DevicePort("card", "/dev/ttyS0", false);
    assertThrows(
        SettingException.class,
        () -> new PcscIdCardDriver().open(elsewhere, DriverSettings.NONE, TIME));
  }
}
