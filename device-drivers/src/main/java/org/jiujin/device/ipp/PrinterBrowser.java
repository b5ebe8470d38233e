package org.jiujin.device.ipp;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens for printers that announce themselves (DNS-SD, RFC 6763, `_ipp._tcp`; multicast DNS, RFC 6762). One question goes
/// to everybody on the local network; no address is tried.
final class PrinterBrowser {
  private static final Logger LOG = LoggerFactory.getLogger(PrinterBrowser.class);
  private static final String PRINTERS = "_ipp._tcp.local.";

  /// Where a printer takes jobs, relative to its root (Bonjour Printing Specification 1.2, `rp`).
  private static final String PATH = "rp";

  private final List<InetAddress> ears;

  private PrinterBrowser(List<InetAddress> ears) {
    this.ears = List.copyOf(ears);
  }

  /// On every network that this machine is on.
  static PrinterBrowser everywhere() {
    return new PrinterBrowser(ownAddresses());
  }

  /// On the network of one of this machine's addresses.
  static PrinterBrowser on(InetAddress ear) {
    return new PrinterBrowser(List.of(ear));
  }

  /// The addresses of what was announced, `ipp://host:port/path`, each once; they come from others and may be of any form.
  ///
  /// @param limit how long to listen; closing may take two seconds more
  List<String> announced(Duration limit) {
    var tasks = ears.stream().<Callable<List<String>>>map(ear -> () -> heard(ear, limit)).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(tasks).stream()
          .flatMap(PrinterBrowser::result)
          .distinct()
          .sorted()
          .toList();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static List<String> heard(InetAddress ear, Duration limit) {
    try (var network = JmDNS.create(ear)) {
      return Arrays.stream(network.list(PRINTERS, limit.toMillis()))
          .flatMap(service -> address(service).stream())
          .toList();
    } catch (IOException deaf) {
      LOG.info("No printers can be heard of at {}: {}", ear, deaf.toString());
      return List.of();
    }
  }

  /// By number, because names in `.local` are known to few systems.
  private static Optional<String> address(ServiceInfo service) {
    var path = service.getPropertyString(PATH);
    return Arrays.stream(service.getInet4Addresses())
        .map(Inet4Address::getHostAddress)
        .sorted()
        .findFirst()
        .map(host -> "ipp://%s:%d/%s".formatted(host, service.getPort(), path == null ? "" : path));
  }

  private static Stream<String> result(Future<List<String>> task) {
    try {
      return task.get().stream();
    } catch (ExecutionException broken) {
      LOG.warn("Listening for printers failed", broken.getCause());
      return Stream.empty();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return Stream.empty();
    }
  }

  private static List<InetAddress> ownAddresses() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(PrinterBrowser::listens)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(Inet4Address.class::isInstance)
          .toList();
    } catch (SocketException none) {
      return List.of();
    }
  }

  private static boolean listens(NetworkInterface network) {
    try {
      return network.isUp() && (network.supportsMulticast() || network.isLoopback());
    } catch (SocketException gone) {
      return false;
    }
  }
}
