package org.jiujin.device.ipp;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jiujin.device.Fault;
import org.jiujin.device.printer.DocumentOutcome;
import org.jiujin.device.printer.PdfDocument;
import org.jiujin.device.printer.PrintProgress;
import org.jiujin.device.printer.PrintTicket;

/// One document on its way to the paper: ask, create the job, send the document, follow the job. Runs on the lane.
///
/// Until the document is sent nothing can be printed. From then on the answer is [DocumentOutcome.Uncertain] unless the
/// printer says what became of the job.
final class IppJob {
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  /// How long an earlier job's cancelling is waited for.
  private static final Duration EARLIER_LIMIT = Duration.ofSeconds(5);

  private final IppRequests requests;
  private final JobLimits limits;
  private final LeftJobs left;
  private final CancelWish wish;
  private final Consumer<PrintProgress> progress;
  private final Consumer<PrinterFacts> seen;
  private final String name = "document-" + UUID.randomUUID().toString().substring(0, 8);
  private int sheets;
  private int told;
  private boolean cancelled;
  private Optional<Fault> obstacle = Optional.empty();
  private Optional<Fault> lost = Optional.empty();

  /// @param left the jobs of which nobody knows the end; this one is among them until the printer tells
  /// @param seen told what the printer says of itself, whenever it is asked
  IppJob(
      IppRequests requests,
      JobLimits limits,
      LeftJobs left,
      CancelWish wish,
      Consumer<PrintProgress> progress,
      Consumer<PrinterFacts> seen) {
    this.requests = requests;
    this.limits = limits;
    this.left = left;
    this.wish = wish;
    this.progress = progress;
    this.seen = seen;
  }

  DocumentOutcome run(PdfDocument document, PrintTicket ticket) {
    var obstacle = obstacle(ticket).or(this::earlier);
    if (obstacle.isPresent()) {
      return new DocumentOutcome.Refused(obstacle.get());
    }
    if (wish.uttered()) {
      return new DocumentOutcome.Cancelled(0);
    }
    left.begun(name);
    return switch (requests.create(name, ticket)) {
      case IppReply.Answer<JobFacts>(var job) -> send(job.id(), document);
      case IppReply.Rejected<JobFacts>(var status) -> notMade(IppStatus.fault(status));
      case IppReply.Unsent<JobFacts>(var fault) -> notMade(fault);
      case IppReply.Lost<JobFacts>(var fault) -> new DocumentOutcome.Refused(fault);
    };
  }

  private DocumentOutcome notMade(Fault fault) {
    left.ended(name);
    return new DocumentOutcome.Refused(fault);
  }

  /// Papers of somebody who has gone must not come out before these.
  private Optional<Fault> earlier() {
    var limit = new Stopwatch(EARLIER_LIMIT);
    var why = left.clear(requests);
    while (why.map(Fault::code).equals(Optional.of(Fault.Code.IN_USE))
        && !limit.over()
        && !wish.uttered()
        && wish.pause(LOOK_EVERY)) {
      why = left.clear(requests);
    }
    return why;
  }

  private Optional<Fault> obstacle(PrintTicket ticket) {
    return switch (requests.printer()) {
      case IppReply.Answer<PrinterFacts>(var facts) -> {
        seen.accept(facts);
        yield facts.obstacle().or(() -> facts.mismatch(ticket));
      }
      case IppReply.Rejected<PrinterFacts>(var status) -> Optional.of(IppStatus.fault(status));
      case IppReply.Unsent<PrinterFacts>(var fault) -> Optional.of(fault);
      case IppReply.Lost<PrinterFacts>(var fault) -> Optional.of(fault);
    };
  }

  private DocumentOutcome send(int job, PdfDocument document) {
    if (wish.uttered()) {
      requests.cancel(job);
      return new DocumentOutcome.Cancelled(0);
    }
    var pdf = document.bytes();
    var reply = requests.document(job, pdf);
    Arrays.fill(pdf, (byte) 0); // a certificate is personal
    return switch (reply) {
      case IppReply.Answer<JobFacts> _ -> {
        progress.accept(new PrintProgress.Accepted());
        yield follow(job);
      }
      case IppReply.Rejected<JobFacts>(var status) -> {
        requests.cancel(job);
        yield new DocumentOutcome.Refused(IppStatus.fault(status));
      }
      case IppReply.Unsent<JobFacts>(var fault) -> new DocumentOutcome.Refused(fault);
      case IppReply.Lost<JobFacts>(var fault) -> {
        lost = Optional.of(fault);
        yield follow(job); // the printer knows what became of it
      }
    };
  }

  private DocumentOutcome follow(int job) {
    var whole = new Stopwatch(limits.whole());
    var away = new Stopwatch(limits.away());
    var waiting = new Stopwatch(limits.waiting());
    while (!whole.over() && !waiting.over() && !wish.uttered()) {
      var reply = requests.job(job);
      var ended = ended(reply);
      if (ended.isPresent()) {
        return ended.get();
      }
      if (reply instanceof IppReply.Answer<JobFacts>(var facts)) {
        if (lost.isPresent() && facts.lacksData()) {
          return neverArrived(job, lost.get());
        }
        away.reset();
        tell(facts.sheets());
        look(waiting);
      } else if (away.over()) {
        return uncertain(silence(reply));
      }
      if (!wish.pause(LOOK_EVERY)) {
        return uncertain(Fault.of(Fault.Code.NO_ANSWER, "closed"));
      }
    }
    return cancel(job, obstacle.orElse(Fault.of(Fault.Code.NO_ANSWER, "not ended")));
  }

  /// The connection broke while the document was on its way, and the printer still waits for it.
  private DocumentOutcome neverArrived(int job, Fault fault) {
    var ended = cancel(job, fault);
    return ended instanceof DocumentOutcome.Uncertain(_, int out) && out == 0 && cancelled
        ? new DocumentOutcome.Refused(fault)
        : ended;
  }

  /// Whether the job has come to its end, and which.
  private Optional<DocumentOutcome> ended(IppReply<JobFacts> reply) {
    return switch (reply) {
      case IppReply.Answer<JobFacts>(var facts) when !facts.name().equals(name) ->
          Optional.of(uncertain(Fault.of(Fault.Code.GARBLED_ANSWER, "another job")));
      case IppReply.Answer<JobFacts>(var facts) -> {
        sheets = Math.max(sheets, facts.sheets());
        yield ended(facts);
      }
      case IppReply.Rejected<JobFacts>(var status) when status == IppStatus.NOT_FOUND ->
          Optional.of(uncertain(Fault.of(Fault.Code.NO_ANSWER, "the job is gone")));
      case IppReply.Rejected<JobFacts> _, IppReply.Unsent<JobFacts> _, IppReply.Lost<JobFacts> _ ->
          Optional.empty();
    };
  }

  private Optional<DocumentOutcome> ended(JobFacts facts) {
    if (facts.state() != JobFacts.State.UNDER_WAY) {
      left.ended(name);
    }
    return switch (facts.state()) {
      case UNDER_WAY -> Optional.empty();
      case COMPLETED -> {
        tell(sheets);
        yield Optional.of(new DocumentOutcome.Printed(sheets));
      }
      case CANCELED -> {
        cancelled = true;
        yield Optional.of(
            wish.uttered()
                ? new DocumentOutcome.Cancelled(sheets)
                : uncertain(obstacle.orElse(Fault.of(Fault.Code.DEVICE_FAILED, "cancelled"))));
      }
      case ABORTED -> Optional.of(uncertain(Fault.of(Fault.Code.DEVICE_FAILED, "aborted")));
    };
  }

  /// A printer that waits for paper says so of itself, not of the job.
  private void look(Stopwatch waiting) {
    if (!(requests.printer() instanceof IppReply.Answer<PrinterFacts>(var facts))) {
      return;
    }
    seen.accept(facts);
    var now = PrinterReasons.obstacle(facts.reasons(), facts.stopped());
    if (now.isEmpty()) {
      waiting.reset();
    } else if (!now.map(Fault::code).equals(obstacle.map(Fault::code))) {
      progress.accept(new PrintProgress.Waiting(now.get()));
    }
    obstacle = now;
  }

  /// Asks the printer to end the job, and then what became of it: some say yes and go on.
  private DocumentOutcome cancel(int job, Fault why) {
    var limit = new Stopwatch(limits.cancelling());
    do {
      requests.cancel(job);
      var ended = ended(requests.job(job));
      if (ended.isPresent()) {
        return ended.get();
      }
    } while (!limit.over() && wish.rest(LOOK_EVERY));
    return uncertain(why);
  }

  private void tell(int now) {
    if (now > told) {
      told = now;
      progress.accept(new PrintProgress.Sheets(now));
    }
  }

  private DocumentOutcome uncertain(Fault fault) {
    return new DocumentOutcome.Uncertain(fault, sheets);
  }

  private static Fault silence(IppReply<JobFacts> reply) {
    return switch (reply) {
      case IppReply.Unsent<JobFacts>(var fault) -> fault;
      case IppReply.Lost<JobFacts>(var fault) -> fault;
      case IppReply.Rejected<JobFacts>(var status) -> IppStatus.fault(status);
      case IppReply.Answer<JobFacts> _ -> Fault.of(Fault.Code.NO_ANSWER);
    };
  }
}
