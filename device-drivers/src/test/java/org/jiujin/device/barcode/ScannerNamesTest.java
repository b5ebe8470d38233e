package org.jiujin.device.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jiujin.device.DeviceDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScannerNamesTest {
  @ParameterizedTest
  @CsvSource({
    "usb-Newland_Auto-ID_NLS-FM430_0001-if00, true",
    "usb-Honeywell_Imaging___Mobility_1900_A1-if00, true",
    "usb-Symbol_Technologies__Inc__2008_Symbol_Bar_Code_Scanner-if00, true",
    "usb-USB_Scanner_COM-if00, true",
    "usb-FTDI_USB-RS485_Cable-if00-port0, false",
    "usb-1a86_USB_Serial-if00-port0, false",
    "usb-VAG_ScanTool-if00, false",
    "ttyS0, false"
  })
  void guessesByTheNamesOfPortsOnly(String name, boolean scanner) {
    var place = "/dev/serial/by-id/" + name;
    assertEquals(
        scanner ? List.of(new DeviceDriver.Found(place, name, Map.of(), true)) : List.of(),
        ScannerNames.ports(List.of(place, "tcp://scanner:4001")));
  }

  @Test
  void guessesOneKeyboardByItsName(@TempDir Path folder) throws IOException {
    for (var name :
        List.of(
            "usb-Dell_Keyboard-event-kbd",
            "usb-Newland_NLS-HR32-event-if01",
            "usb-Newland_NLS-HR32-event-kbd",
            "usb-USB_BARCODE_SCANNER-event-kbd")) {
      Files.createFile(folder.resolve(name));
    }
    assertEquals(
        List.of(new DeviceDriver.Found("keyboard:", "usb-Newland_NLS-HR32", Map.of(), true)),
        ScannerNames.keyboards(folder));
    assertEquals(List.of(), ScannerNames.keyboards(folder.resolve("missing")));
  }
}
