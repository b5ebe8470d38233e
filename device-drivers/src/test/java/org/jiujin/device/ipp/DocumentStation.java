package org.jiujin.device.ipp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jiujin.device.Device;
import org.jiujin.device.DevicePort;
import org.jiujin.device.printer.DocumentOutcome;
import org.jiujin.device.printer.DocumentPrinter;
import org.jiujin.device.printer.PdfDocument;
import org.jiujin.device.printer.PrintTicket;
import org.jiujin.device.soak.Station;
import org.jiujin.device.virtual.VirtualDocumentPrinter;
import org.jiujin.device.virtual.VirtualDocumentPrinter.Manner;

/// The document printer on a socket.
public final class DocumentStation implements Station {
  private static final int AT_ONCE = 100_000;
  private static final PdfDocument PAGE =
      new PdfDocument("%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));

  /// A day has no minutes to spare for a printer that is away.
  private static final JobLimits HASTY =
      new JobLimits(
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofSeconds(20),
          Duration.ofSeconds(40));

  private final DocumentPrinter printer;
  private VirtualDocumentPrinter peer;

  public DocumentStation(InstantSource time) {
    peer = start(0);
    printer =
        IppPrinters.open(new DevicePort("printer", peer.address().toString(), true), HASTY, time);
  }

  @Override
  public Device device() {
    return printer;
  }

  @Override
  public boolean work() {
    return printer.print(PAGE, PrintTicket.SINGLE, progress -> {})
        instanceof DocumentOutcome.Printed;
  }

  @Override
  public List<Trouble> troubles() {
    var manners =
        Stream.of(
                Manner.GARBLED,
                Manner.GARBLES_JOBS,
                Manner.DROPS_DOCUMENTS,
                Manner.SWALLOWS_ANSWERS,
                Manner.OTHER_JOB)
            .map(how ->
                new Trouble(how.name(), () -> peer.behave(how), () -> peer.behave(Manner.GOOD)));
    return Stream.concat(
            Stream.of(
                new Trouble("restart", () -> peer.close(), this::restart),
                new Trouble("forgets its jobs", () -> peer.forgetJobs(), () -> {})),
            manners)
        .toList();
  }

  @Override
  public void close() {
    printer.close();
    peer.close();
  }

  private void restart() {
    peer = start(peer.address().getPort());
  }

  private static VirtualDocumentPrinter start(int port) {
    try {
      return VirtualDocumentPrinter.start(port, AT_ONCE);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }
}
