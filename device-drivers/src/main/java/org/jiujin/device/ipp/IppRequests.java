package org.jiujin.device.ipp;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.Types;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jiujin.device.printer.PrintTicket;

/// The requests that a document needs (RFC 8011, section 4). Nothing in them is personal: the user is the terminal, the
/// job's name a random word.
final class IppRequests {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  /// For a document of some megabytes over a slow network.
  private static final Duration DOCUMENT_LIMIT = Duration.ofSeconds(60);

  private static final String USER = "terminal";
  private static final byte[] NO_DOCUMENT = {};

  private final IppWire wire;
  private final URI printer;

  IppRequests(IppWire wire, URI printer) {
    this.wire = wire;
    this.printer = printer;
  }

  /// Get-Printer-Attributes.
  IppReply<PrinterFacts> printer() {
    var request =
        request(Operation.getPrinterAttributes)
            .putOperationAttributes(Types.requestedAttributes.of(PrinterFacts.ASKED));
    return wire.send(request, NO_DOCUMENT, LIMIT, PrinterFacts::of);
  }

  /// Create-Job. The ticket must be obeyed to the letter, or the job refused.
  IppReply<JobFacts> create(String name, PrintTicket ticket) {
    var request =
        request(Operation.createJob)
            .putOperationAttributes(
                Types.requestingUserName.of(USER),
                Types.jobName.of(name),
                Types.ippAttributeFidelity.of(true))
            .putJobAttributes(
                Types.copies.of(ticket.copies()),
                Types.sides.of(ticket.duplex() ? PrinterFacts.LONG_EDGE : "one-sided"),
                Types.media.of(PrinterFacts.A4),
                Types.printColorMode.of(ticket.colour() ? "color" : "monochrome"));
    return wire.send(request, NO_DOCUMENT, LIMIT, JobFacts::of);
  }

  /// Send-Document, the only one of its job.
  IppReply<JobFacts> document(int job, byte[] pdf) {
    var request =
        aboutJob(Operation.sendDocument, job)
            .putOperationAttributes(
                Types.requestingUserName.of(USER),
                Types.documentFormat.of(PrinterFacts.PDF),
                Types.lastDocument.of(true));
    return wire.send(request, pdf, DOCUMENT_LIMIT, JobFacts::of);
  }

  /// Get-Job-Attributes.
  IppReply<JobFacts> job(int job) {
    var request =
        aboutJob(Operation.getJobAttributes, job)
            .putOperationAttributes(
                Types.requestingUserName.of(USER), Types.requestedAttributes.of(JobFacts.ASKED));
    return wire.send(request, NO_DOCUMENT, LIMIT, JobFacts::of);
  }

  /// Get-Jobs: those that have not come to an end, whoever began them.
  IppReply<List<JobFacts>> openJobs() {
    var request =
        request(Operation.getJobs)
            .putOperationAttributes(
                Types.requestingUserName.of(USER),
                Types.requestedAttributes.of(JobFacts.LISTED),
                Types.whichJobs.of("not-completed"));
    return wire.send(request, NO_DOCUMENT, LIMIT, JobFacts::listOf);
  }

  /// Cancel-Job.
  IppReply<List<String>> cancel(int job) {
    var request =
        aboutJob(Operation.cancelJob, job)
            .putOperationAttributes(Types.requestingUserName.of(USER));
    return wire.send(request, NO_DOCUMENT, LIMIT, packet -> List.of());
  }

  private IppPacket.Builder aboutJob(Operation operation, int job) {
    return request(operation).putOperationAttributes(Types.jobId.of(job));
  }

  /// Character set, language and printer come first, in this order (RFC 8011, 4.1.4 and 4.1.5).
  private IppPacket.Builder request(Operation operation) {
    return new IppPacket.Builder(operation)
        .putOperationAttributes(
            Types.attributesCharset.of("utf-8"),
            Types.attributesNaturalLanguage.of("en"),
            Types.printerUri.of(printer));
  }
}
