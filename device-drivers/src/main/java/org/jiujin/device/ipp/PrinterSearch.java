package org.jiujin.device.ipp;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.SettingException;

/// Looks for document printers: what answers Get-Printer-Attributes is one. Nothing is printed.
final class PrinterSearch {
  private static final Duration LISTENING = Duration.ofSeconds(3);

  private PrinterSearch() {}

  /// Asks the addresses that were named, then what announces itself.
  ///
  /// @param announced listens for so long
  /// @param limit no printer is asked after it
  /// @throws SettingException when a named address has another form
  static List<DeviceDriver.Found> on(
      List<String> places, Function<Duration, List<String>> announced, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    var named = places.stream().filter(place -> place.startsWith("ipp://")).toList();
    named.forEach(IppPrinters::address);
    var addresses =
        Stream.concat(named.stream(), announced.apply(LISTENING).stream()).distinct().toList();
    var found = new ArrayList<DeviceDriver.Found>();
    for (var address : addresses) {
      if (System.nanoTime() < deadline) {
        model(address).ifPresent(model -> found.add(new DeviceDriver.Found(address, model)));
      }
    }
    return found;
  }

  private static Optional<String> model(String address) {
    return uri(address).flatMap(PrinterSearch::ask);
  }

  private static Optional<String> ask(URI printer) {
    try (var wire = new IppWire(printer)) {
      return new IppRequests(wire, printer).printer()
              instanceof IppReply.Answer<PrinterFacts> answer
          ? Optional.of(answer.value().model())
          : Optional.empty();
    }
  }

  /// What others announce may have any form; what is no address of ours is passed over.
  private static Optional<URI> uri(String address) {
    try {
      return Optional.of(IppPrinters.address(address));
    } catch (SettingException otherForm) {
      return Optional.empty();
    }
  }
}
