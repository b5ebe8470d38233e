package org.jiujin.device.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.SettingException;
import org.jiujin.device.virtual.VirtualDocumentPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real announcement on the loopback network, of CUPS's own printer by avahi; and the virtual printer.
class PrinterSearchTest {
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @Test
  void findsAPrinterOfOthersByItsAnnouncement(@TempDir Path folder) throws IOException {
    PrintServices.need();
    try (var printer = AnnouncedEvePrinter.start(folder)) {
      var found = PrinterSearch.on(List.of(), PrinterBrowser.on(LOOPBACK)::announced, LIMIT);
      var address = "ipp://127.0.0.1:" + printer.port() + "/ipp/print";
      assertTrue(
          found.contains(new DeviceDriver.Found(address, "Example Printer")), found::toString);
    }
  }

  @Test
  void proposesOnlyWhatAnswersOfWhatIsAnnounced() throws IOException {
    try (var printer = VirtualDocumentPrinter.start(0, 60)) {
      var here = printer.address().toString();
      var announced =
          List.of(
              "ipp://127.0.0.1:1/ipp/print", here + "/x\" \n- id: y", "ipp://127.0.0.1:0/", here);
      var found = PrinterSearch.on(List.of(here), limit -> announced, LIMIT);
      assertEquals(List.of(here), addresses(found));
    }
  }

  @Test
  void asksTheAddressesThatAreNamed() throws IOException {
    try (var printer = VirtualDocumentPrinter.start(0, 60)) {
      var here = printer.address().toString();
      var places = List.of("/dev/ttyS0", "tcp://127.0.0.1:9100", "ipp://127.0.0.1:1/", here);
      assertEquals(List.of(here), addresses(PrinterSearch.on(places, limit -> List.of(), LIMIT)));
    }
    assertThrows(
        SettingException.class,
        () -> PrinterSearch.on(List.of("ipp://a b"), limit -> List.of(), LIMIT));
  }

  private static List<String> addresses(List<DeviceDriver.Found> found) {
    return found.stream().map(DeviceDriver.Found::address).toList();
  }
}
