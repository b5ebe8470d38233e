package org.jiujin.device.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceLease;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Eventually;
import org.jiujin.device.Fault;
import org.junit.jupiter.api.Test;

/// What every document printer must do. The one under test has paper, prints both sides, and in black only.
public interface DocumentPrinterContract {
  PdfDocument CERTIFICATE =
      new PdfDocument(
          "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));

  /// The printer under test, ready.
  DocumentPrinter printer();

  /// Makes the next jobs take seconds, or no time.
  void slow(boolean takesSeconds);

  void switchOff();

  void switchOn();

  /// Takes the paper out, so that a job waits for it.
  void takePaper();

  void givePaper();

  /// The document that was printed last.
  byte[] lastDocument();

  @Test
  default void printsADocument() {
    var told = new CopyOnWriteArrayList<PrintProgress>();
    assertInstanceOf(
        DocumentOutcome.Printed.class, printer().print(CERTIFICATE, PrintTicket.SINGLE, told::add));
    assertEquals(new PrintProgress.Accepted(), told.getFirst());
    assertArrayEquals(CERTIFICATE.bytes(), lastDocument());
  }

  @Test
  default void countsTheSheets() {
    slow(true);
    var told = new CopyOnWriteArrayList<PrintProgress>();
    var outcome = printer().print(CERTIFICATE, new PrintTicket(3, false, false), told::add);
    assertEquals(new DocumentOutcome.Printed(3), outcome);
    assertEquals(new PrintProgress.Sheets(3), told.getLast());
    assertTrue(told.size() > 2, "told on the way: " + told);
  }

  @Test
  default void saysWhatItCan() {
    var can = printer().description().capabilities();
    assertTrue(can.contains(DeviceDescription.Capability.DUPLEX));
    assertFalse(can.contains(DeviceDescription.Capability.COLOUR));
    var refused =
        assertInstanceOf(
            DocumentOutcome.Refused.class,
            printer().print(CERTIFICATE, new PrintTicket(1, false, true), told -> {}));
    assertEquals(Fault.Code.MISCONFIGURED, refused.fault().code());
  }

  @Test
  default void waitsForPaperAndGoesOn() throws Exception {
    takePaper();
    var told = new CopyOnWriteArrayList<PrintProgress>();
    try (var job = Job.begin(printer(), PrintTicket.SINGLE, told)) {
      Eventually.within(
          Duration.ofSeconds(10),
          told::toString,
          () -> told.stream().anyMatch(DocumentPrinterContract::waitsForPaper));
      await(DeviceStatus.Unavailable.class, Fault.Code.PAPER_END);
      givePaper();
      assertInstanceOf(DocumentOutcome.Printed.class, job.outcome());
    }
    awaitReady();
  }

  @Test
  default void isCancelledWhileItPrints() throws Exception {
    slow(true);
    var told = new CopyOnWriteArrayList<PrintProgress>();
    try (var job = Job.begin(printer(), new PrintTicket(6, false, false), told)) {
      Eventually.within(
          Duration.ofSeconds(10),
          told::toString,
          () -> told.stream().anyMatch(PrintProgress.Sheets.class::isInstance));
      printer().cancel();
      var cancelled = assertInstanceOf(DocumentOutcome.Cancelled.class, job.outcome());
      assertTrue(cancelled.sheets() >= 1, cancelled.toString());
    }
    awaitReady();
    slow(false);
    assertInstanceOf(
        DocumentOutcome.Printed.class,
        printer().print(CERTIFICATE, PrintTicket.SINGLE, more -> {}));
  }

  @Test
  default void cancelsNothingWhenNothingIsPrinted() {
    printer().cancel();
    assertInstanceOf(
        DocumentOutcome.Printed.class,
        printer().print(CERTIFICATE, PrintTicket.SINGLE, told -> {}));
  }

  @Test
  default void refusesWhenItIsOffAndRecoversByItself() {
    switchOff();
    var refused =
        assertInstanceOf(
            DocumentOutcome.Refused.class,
            printer().print(CERTIFICATE, PrintTicket.SINGLE, told -> {}));
    assertEquals(Fault.Code.NOT_CONNECTED, refused.fault().code());
    await(DeviceStatus.Unavailable.class, Fault.Code.NOT_CONNECTED);
    switchOn();
    awaitReady();
  }

  @Test
  default void isUncertainWhenSwitchedOffMidJob() throws Exception {
    slow(true);
    var told = new CopyOnWriteArrayList<PrintProgress>();
    try (var job = Job.begin(printer(), new PrintTicket(6, false, false), told)) {
      Eventually.within(Duration.ofSeconds(10), told::toString, () -> !told.isEmpty());
      switchOff();
      switchOn();
      assertInstanceOf(DocumentOutcome.Uncertain.class, job.outcome());
    }
    awaitReady();
  }

  @Test
  default void printsForNobodyButTheSessionThatHoldsIt() {
    assertTrue(printer().lease().acquire("visit", Duration.ofMinutes(1)));
    var refused =
        assertInstanceOf(
            DocumentOutcome.Refused.class,
            printer().print(CERTIFICATE, PrintTicket.SINGLE, told -> {}));
    assertEquals(Fault.Code.IN_USE, refused.fault().code());
    var outcome =
        DeviceLease.as("visit", () -> printer().print(CERTIFICATE, PrintTicket.SINGLE, told -> {}));
    assertInstanceOf(DocumentOutcome.Printed.class, outcome);
    printer().lease().release("visit");
  }

  private void awaitReady() {
    Eventually.within(
        Duration.ofSeconds(15),
        () -> printer().status().toString(),
        () -> printer().status() instanceof DeviceStatus.Ready);
  }

  private void await(Class<? extends DeviceStatus> status, Fault.Code code) {
    Eventually.within(
        Duration.ofSeconds(15),
        () -> code + " but " + printer().status(),
        () ->
            status.isInstance(printer().status())
                && printer().status().trouble().filter(f -> f.code() == code).isPresent());
  }

  private static boolean waitsForPaper(PrintProgress progress) {
    return progress instanceof PrintProgress.Waiting(var fault)
        && fault.code() == Fault.Code.PAPER_END;
  }

  /// A print under way on a thread of its own.
  record Job(java.util.concurrent.ExecutorService thread, CompletableFuture<DocumentOutcome> future)
      implements AutoCloseable {
    public static Job begin(DocumentPrinter printer, PrintTicket ticket, List<PrintProgress> told) {
      var thread = Executors.newVirtualThreadPerTaskExecutor();
      return new Job(
          thread,
          CompletableFuture.supplyAsync(
              () -> printer.print(CERTIFICATE, ticket, told::add), thread));
    }

    public DocumentOutcome outcome() throws Exception {
      return future.get(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
      thread.shutdownNow();
    }
  }
}
