package org.jiujin.device.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Eventually;
import org.jiujin.device.Fault;
import org.jiujin.device.Supplied;
import org.jiujin.device.Supply;
import org.jiujin.device.printer.DocumentOutcome;
import org.jiujin.device.printer.DocumentPrinter;
import org.jiujin.device.printer.DocumentPrinterContract;
import org.jiujin.device.printer.PrintProgress;
import org.jiujin.device.printer.PrintTicket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against CUPS's own IPP Everywhere printer.
class CupsEvePrinterTest implements DocumentPrinterContract {
  private static final String LEFT = "document-left";

  @TempDir private Path folder;
  private EvePrinter eve;
  private DocumentPrinter printer;

  @BeforeAll
  static void need() {
    PrintServices.need();
  }

  @BeforeEach
  void open() throws IOException {
    eve = EvePrinter.start(folder);
    printer =
        IppPrinters.open(
            new DevicePort("printer", eve.address().toString(), true), InstantSource.system());
    Eventually.within(
        Duration.ofSeconds(10),
        () -> printer.status().toString(),
        () -> printer.status() instanceof DeviceStatus.Ready);
  }

  @AfterEach
  void close() {
    printer.close();
    eve.close();
  }

  /// What its own pages set: 25 of 250 sheets, toner at 75 of 100. The waste bin is no supply.
  @Test
  void tellsTheTonerAndThePaperThatThePrinterHas() {
    Eventually.within(
        Duration.ofSeconds(10),
        () -> ((Supplied) printer).supplies().toString(),
        () ->
            ((Supplied) printer)
                .supplies()
                .equals(
                    List.of(
                        new Supply(Supply.Kind.TONER, "Black Toner", 75),
                        new Supply(Supply.Kind.PAPER, "", 10))));
  }

  @Test
  void passesTheTicketOn() throws IOException {
    assertInstanceOf(
        DocumentOutcome.Printed.class,
        printer.print(CERTIFICATE, new PrintTicket(2, true, false), told -> {}));
    var ticket = eve.lastTicket();
    assertTrue(ticket.contains("IPP_COPIES=2\n"), ticket);
    assertTrue(ticket.contains("IPP_SIDES=two-sided-long-edge\n"), ticket);
    assertTrue(ticket.contains("IPP_MEDIA=iso_a4_210x297mm\n"), ticket);
    assertTrue(ticket.contains("IPP_PRINT_COLOR_MODE=monochrome\n"), ticket);
    assertTrue(ticket.contains("IPP_JOB_ORIGINATING_USER_NAME=terminal\n"), ticket);
    assertTrue(ticket.matches("(?s).*IPP_JOB_NAME=document-[0-9a-f]{8}\n.*"), ticket);
  }

  @Test
  void printsTheSecondDocumentAfterTheFirst() throws Exception {
    slow(true);
    var first = new CopyOnWriteArrayList<PrintProgress>();
    var second = new CopyOnWriteArrayList<PrintProgress>();
    try (var one = Job.begin(printer, new PrintTicket(2, false, false), first);
        var two = Job.begin(printer, new PrintTicket(2, false, false), second)) {
      assertEquals(new DocumentOutcome.Printed(2), one.outcome());
      assertEquals(new DocumentOutcome.Printed(2), two.outcome());
    }
  }

  @Test
  void refusesWhileThePrinterIsBusyForSomebodyElse() throws Exception {
    slow(true);
    var told = new CopyOnWriteArrayList<PrintProgress>();
    try (var other =
            IppPrinters.open(
                new DevicePort("other", eve.address().toString(), true), InstantSource.system());
        var job = Job.begin(other, new PrintTicket(4, false, false), told)) {
      Eventually.within(Duration.ofSeconds(10), told::toString, () -> !told.isEmpty());
      var refused =
          assertInstanceOf(
              DocumentOutcome.Refused.class,
              printer.print(CERTIFICATE, PrintTicket.SINGLE, more -> {}));
      assertEquals(Fault.Code.IN_USE, refused.fault().code());
      assertInstanceOf(DocumentOutcome.Printed.class, job.outcome());
    }
  }

  @Test
  void endsAJobThatWasLeftWithoutDocument() {
    try (var wire = new IppWire(eve.address())) {
      var requests = new IppRequests(wire, eve.address());
      leave(requests, PrintTicket.SINGLE);
      var refused =
          assertInstanceOf(
              DocumentOutcome.Refused.class,
              printer.print(CERTIFICATE, PrintTicket.SINGLE, told -> {}));
      assertEquals(Fault.Code.IN_USE, refused.fault().code());
      awaitNone(requests);
    }
    assertInstanceOf(
        DocumentOutcome.Printed.class, printer.print(CERTIFICATE, PrintTicket.SINGLE, told -> {}));
  }

  @Test
  void endsAJobThatWasLeftWhileItPrints() {
    slow(true);
    try (var wire = new IppWire(eve.address())) {
      var requests = new IppRequests(wire, eve.address());
      int job = leave(requests, new PrintTicket(20, false, false));
      assertInstanceOf(IppReply.Answer.class, requests.document(job, CERTIFICATE.bytes()));
      awaitNone(requests);
      var end = assertInstanceOf(IppReply.Answer.class, requests.job(job)).value();
      assertEquals(JobFacts.State.CANCELED, ((JobFacts) end).state());
    }
    slow(false);
    assertInstanceOf(
        DocumentOutcome.Printed.class, printer.print(CERTIFICATE, PrintTicket.SINGLE, told -> {}));
  }

  private static int leave(IppRequests requests, PrintTicket ticket) {
    if (requests.create(LEFT, ticket) instanceof IppReply.Answer<JobFacts>(var made)) {
      return made.id();
    }
    throw new AssertionError("not created");
  }

  private static void awaitNone(IppRequests requests) {
    var left = new LeftJobs();
    left.begun(LEFT);
    Eventually.within(
        Duration.ofSeconds(15),
        () -> requests.openJobs().toString(),
        () -> left.clear(requests).isEmpty());
  }

  /// The printer says yes to a cancel while it waits for paper, and goes on waiting.
  @Test
  void isUncertainWhenCancelledWhileThePrinterWaitsForPaper() throws Exception {
    takePaper();
    var told = new CopyOnWriteArrayList<PrintProgress>();
    try (var job = Job.begin(printer, PrintTicket.SINGLE, told)) {
      Eventually.within(
          Duration.ofSeconds(10),
          told::toString,
          () -> told.stream().anyMatch(PrintProgress.Waiting.class::isInstance));
      printer.cancel();
      var outcome = job.outcome();
      assertTrue(
          outcome instanceof DocumentOutcome.Uncertain
              || outcome instanceof DocumentOutcome.Cancelled,
          outcome.toString());
    }
  }

  /// This printer makes a report of every trouble that does not hold a job; such a one is shown and does not stop.
  @Test
  void showsAJamThatThePrinterReports() throws IOException {
    eve.say("STATE: +media-jam-error");
    printer.print(CERTIFICATE, PrintTicket.SINGLE, told -> {});
    Eventually.within(
        Duration.ofSeconds(10),
        () -> printer.status().toString(),
        () ->
            printer.status() instanceof DeviceStatus.Degraded(var fault, _)
                && fault.code() == Fault.Code.PAPER_JAM);
    eve.say("STATE: -media-jam-error");
    assertInstanceOf(
        DocumentOutcome.Printed.class, printer.print(CERTIFICATE, PrintTicket.SINGLE, told -> {}));
  }

  @Override
  public DocumentPrinter printer() {
    return printer;
  }

  @Override
  public void slow(boolean takesSeconds) {
    try {
      eve.pace(takesSeconds ? "0.7" : "0");
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  @Override
  public void switchOff() {
    eve.kill();
  }

  @Override
  public void switchOn() {
    try {
      eve.startAgain();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void takePaper() {
    eve.tray(0);
  }

  @Override
  public void givePaper() {
    eve.tray(25);
  }

  @Override
  public byte[] lastDocument() {
    try {
      return eve.lastDocument();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}
