package org.jiujin.device.ipp;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDescription.Capability;
import org.jiujin.device.DeviceLane;
import org.jiujin.device.DevicePort;
import org.jiujin.device.Fault;
import org.jiujin.device.LaneDevice;
import org.jiujin.device.Supplied;
import org.jiujin.device.Supply;
import org.jiujin.device.printer.DocumentOutcome;
import org.jiujin.device.printer.DocumentPrinter;
import org.jiujin.device.printer.PdfDocument;
import org.jiujin.device.printer.PrintProgress;
import org.jiujin.device.printer.PrintTicket;

/// A network printer. It is asked every two seconds how it is; while it prints, with every look at the job.
final class IppDocumentPrinter extends LaneDevice implements DocumentPrinter, Supplied {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  /// Longer than the longest job with its cancelling.
  private static final Duration PRINT_LIMIT = Duration.ofMinutes(12);

  private static final Duration LOOK_LIMIT = Duration.ofMinutes(13);

  /// One late answer is no reason to call a printer dead.
  private static final int SILENCES = 2;

  private final URI address;
  private final JobLimits limits;
  private final LeftJobs left = new LeftJobs();
  private final Set<CancelWish> underWay = ConcurrentHashMap.newKeySet();
  private volatile IppWire wire;
  private volatile Set<Capability> capabilities = Set.of();
  private volatile String model = "IPP printer";
  private volatile List<Supply> supplies = List.of();
  private int silences;

  IppDocumentPrinter(DevicePort port, URI address, JobLimits limits, InstantSource time) {
    super(port, time);
    this.address = address;
    this.limits = limits;
    this.wire = new IppWire(address);
  }

  void start() {
    lookEvery(LOOK_EVERY, LOOK_LIMIT);
  }

  @Override
  public DeviceDescription description() {
    return new DeviceDescription(
        port().id(),
        DeviceDescription.Kind.DOCUMENT_PRINTER,
        model,
        port().simulated(),
        capabilities);
  }

  @Override
  public List<Supply> supplies() {
    return supplies;
  }

  @Override
  public DocumentOutcome print(
      PdfDocument document, PrintTicket ticket, Consumer<PrintProgress> progress) {
    if (!admitsCaller()) {
      return new DocumentOutcome.Refused(Fault.of(Fault.Code.IN_USE));
    }
    var wish = new CancelWish();
    underWay.add(wish);
    try {
      return onLane(
          PRINT_LIMIT, () -> job(wish, progress).run(document, ticket), IppDocumentPrinter::late);
    } finally {
      underWay.remove(wish);
    }
  }

  @Override
  public void cancel() {
    underWay.forEach(CancelWish::utter);
  }

  @Override
  public void close() {
    super.close();
    wire.close();
  }

  @Override
  protected void look() {
    var requests = new IppRequests(wire, address);
    switch (requests.printer()) {
      case IppReply.Answer<PrinterFacts>(var facts) -> {
        show(facts);
        var _ = left.clear(requests); // the next look, or the next job, does it again
      }
      case IppReply.Rejected<PrinterFacts>(var status) -> unavailable(IppStatus.fault(status));
      case IppReply.Unsent<PrinterFacts>(var fault) -> unavailable(fault);
      case IppReply.Lost<PrinterFacts>(var fault) -> {
        if (++silences >= SILENCES) {
          unavailable(fault);
        }
      }
    }
  }

  @Override
  protected void letGo() {
    wire.close();
    wire = new IppWire(address);
  }

  /// A crashed session leaves no job behind.
  @Override
  protected void leaseEnded() {
    cancel();
  }

  private IppJob job(CancelWish wish, Consumer<PrintProgress> progress) {
    return new IppJob(new IppRequests(wire, address), limits, left, wish, progress, this::show);
  }

  private static DocumentOutcome late(DeviceLane.Lateness lateness) {
    return switch (lateness) {
      case NEVER_BEGUN -> new DocumentOutcome.Refused(Fault.of(Fault.Code.NO_ANSWER));
      case BEGUN -> new DocumentOutcome.Uncertain(Fault.of(Fault.Code.NO_ANSWER), 0);
    };
  }

  private void show(PrinterFacts facts) {
    silences = 0;
    var can = EnumSet.of(Capability.LIVE_STATUS);
    if (facts.duplex()) {
      can.add(Capability.DUPLEX);
    }
    if (facts.colour()) {
      can.add(Capability.COLOUR);
    }
    capabilities = Set.copyOf(can);
    model = facts.model();
    supplies = facts.supplies();
    facts
        .obstacle()
        .ifPresentOrElse(
            this::unavailable, () -> facts.warning().ifPresentOrElse(this::degraded, this::ready));
  }
}
