package org.jiujin.device.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Eventually;
import org.jiujin.device.Fault;
import org.jiujin.device.printer.DocumentOutcome;
import org.jiujin.device.printer.DocumentPrinter;
import org.jiujin.device.printer.DocumentPrinterContract;
import org.jiujin.device.printer.PrintProgress;
import org.jiujin.device.printer.PrintTicket;
import org.jiujin.device.virtual.VirtualDocumentPrinter;
import org.jiujin.device.virtual.VirtualDocumentPrinter.Manner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against a printer of our own, which can misbehave where CUPS's does not.
class VirtualIppPrinterTest implements DocumentPrinterContract {
  private static final int AT_ONCE = 100_000;
  private static final int SLOW = 90;

  private VirtualDocumentPrinter virtual = started(0, AT_ONCE);
  private DocumentPrinter printer = opened();

  @BeforeEach
  void await() {
    Eventually.within(
        Duration.ofSeconds(5),
        () -> printer.status().toString(),
        () -> printer.status() instanceof DeviceStatus.Ready);
  }

  @AfterEach
  void close() {
    printer.close();
    virtual.close();
  }

  @Test
  void asksForTheJobWhenTheAnswerToTheDocumentIsLost() {
    virtual.behave(Manner.SWALLOWS_ANSWERS);
    var told = new CopyOnWriteArrayList<PrintProgress>();
    try (var job = Job.begin(printer, PrintTicket.SINGLE, told)) {
      Eventually.within(
          Duration.ofSeconds(5), () -> "no document", () -> !virtual.documents().isEmpty());
      assertInstanceOf(DocumentOutcome.Printed.class, outcome(job), "it still knows the job");
    }
  }

  @Test
  void refusesWhenTheDocumentNeverArrived() {
    virtual.behave(Manner.DROPS_DOCUMENTS);
    var refused =
        assertInstanceOf(
            DocumentOutcome.Refused.class,
            printer.print(CERTIFICATE, PrintTicket.SINGLE, told -> {}));
    assertEquals(Fault.Code.NOT_CONNECTED, refused.fault().code());
    assertTrue(virtual.documents().isEmpty());
  }

  @Test
  void isUncertainWhenThePrinterForgotTheJob() {
    slow(true);
    var told = new CopyOnWriteArrayList<PrintProgress>();
    try (var job = Job.begin(printer, new PrintTicket(6, false, false), told)) {
      Eventually.within(Duration.ofSeconds(10), told::toString, () -> !told.isEmpty());
      virtual.forgetJobs();
      var uncertain = assertInstanceOf(DocumentOutcome.Uncertain.class, outcome(job));
      assertEquals("the job is gone", uncertain.fault().detail());
    }
  }

  @Test
  void takesAnotherJobOfTheSameNumberForAnother() {
    slow(true);
    var told = new CopyOnWriteArrayList<PrintProgress>();
    try (var job = Job.begin(printer, new PrintTicket(6, false, false), told)) {
      Eventually.within(Duration.ofSeconds(10), told::toString, () -> !told.isEmpty());
      virtual.behave(Manner.OTHER_JOB);
      var uncertain = assertInstanceOf(DocumentOutcome.Uncertain.class, outcome(job));
      assertEquals(Fault.Code.GARBLED_ANSWER, uncertain.fault().code());
    }
  }

  @Test
  void isUncertainWhenThePrinterSaysYesToACancelAndPrintsOn() {
    slow(true);
    virtual.behave(Manner.IGNORES_CANCEL);
    var told = new CopyOnWriteArrayList<PrintProgress>();
    try (var job = Job.begin(printer, new PrintTicket(20, false, false), told)) {
      Eventually.within(Duration.ofSeconds(10), told::toString, () -> !told.isEmpty());
      virtual.trouble(true, "media-jam-error"); // so that it does not end by itself
      printer.cancel();
      assertInstanceOf(DocumentOutcome.Uncertain.class, outcome(job));
    }
  }

  @Test
  void refusesWhatAnswersGarbageOrNothing() {
    virtual.behave(Manner.GARBLED);
    var refused =
        assertInstanceOf(
            DocumentOutcome.Refused.class,
            printer.print(CERTIFICATE, PrintTicket.SINGLE, told -> {}));
    assertEquals(Fault.Code.GARBLED_ANSWER, refused.fault().code());
    virtual.behave(Manner.SILENT);
    refused =
        assertInstanceOf(
            DocumentOutcome.Refused.class,
            printer.print(CERTIFICATE, PrintTicket.SINGLE, told -> {}));
    assertEquals(Fault.Code.NO_ANSWER, refused.fault().code());
    virtual.behave(Manner.GOOD);
  }

  @ParameterizedTest
  @CsvSource({
    "media-jam-error, PAPER_JAM",
    "door-open, COVER_OPEN",
    "media-empty-error, PAPER_END",
    "output-area-full-error, OUTPUT_FULL",
    "marker-supply-empty-error, INK_END",
    "something-new-error, OFF_LINE"
  })
  void refusesAPrinterInTrouble(String reason, Fault.Code code) {
    virtual.trouble(false, "none", reason);
    var refused =
        assertInstanceOf(
            DocumentOutcome.Refused.class,
            printer.print(CERTIFICATE, PrintTicket.SINGLE, told -> {}));
    assertEquals(code, refused.fault().code());
  }

  @Test
  void warnsAndPrintsAllTheSame() {
    virtual.trouble(false, "toner-low-warning");
    Eventually.within(
        Duration.ofSeconds(8),
        () -> printer.status().toString(),
        () ->
            printer.status() instanceof DeviceStatus.Degraded(var fault, _)
                && fault.code() == Fault.Code.INK_LOW);
    assertInstanceOf(
        DocumentOutcome.Printed.class, printer.print(CERTIFICATE, PrintTicket.SINGLE, told -> {}));
  }

  @Override
  public DocumentPrinter printer() {
    return printer;
  }

  @Override
  public void slow(boolean takesSeconds) {
    virtual.pace(takesSeconds ? SLOW : AT_ONCE);
  }

  @Override
  public void switchOff() {
    virtual.close();
  }

  @Override
  public void switchOn() {
    virtual = started(virtual.address().getPort(), AT_ONCE);
  }

  @Override
  public void takePaper() {
    virtual.paper(false);
  }

  @Override
  public void givePaper() {
    virtual.paper(true);
  }

  @Override
  public byte[] lastDocument() {
    return virtual.documents().getLast();
  }

  private DocumentPrinter opened() {
    return IppPrinters.open(
        new DevicePort("printer", virtual.address().toString(), true), InstantSource.system());
  }

  private static DocumentOutcome outcome(Job job) {
    try {
      return job.outcome();
    } catch (Exception late) {
      throw new AssertionError(late);
    }
  }

  private static VirtualDocumentPrinter started(int port, int sheetsPerMinute) {
    try {
      return VirtualDocumentPrinter.start(port, sheetsPerMinute);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }
}
