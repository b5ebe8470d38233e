package org.jiujin.device.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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

/// What becomes of a job whose end the printer did not tell. The test asks the printer itself, as somebody else.
class LeftJobsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int AT_ONCE = 100_000;
  private static final int SLOW = 60;
  private static final PrintTicket MANY = new PrintTicket(20, false, false);

  /// Half a second of silence is enough to be uncertain.
  private static final JobLimits HASTY =
      new JobLimits(
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(20),
          Duration.ofSeconds(40));

  private VirtualDocumentPrinter virtual;
  private DocumentPrinter printer;
  private IppWire wire;
  private IppRequests observer;

  @BeforeEach
  void open() throws IOException {
    virtual = VirtualDocumentPrinter.start(0, AT_ONCE);
    wire = new IppWire(virtual.address());
    observer = new IppRequests(wire, virtual.address());
    printer =
        IppPrinters.open(
            new DevicePort("printer", virtual.address().toString(), true),
            HASTY,
            InstantSource.system());
    Eventually.within(
        PATIENCE,
        () -> printer.status().toString(),
        () -> printer.status() instanceof DeviceStatus.Ready);
  }

  @AfterEach
  void close() {
    printer.close();
    wire.close();
    virtual.close();
  }

  @Test
  void freesAPrinterThatHoldsAJobOfWhichItGaveNoNumber() {
    virtual.behave(Manner.GARBLES_JOBS);
    var refused = assertInstanceOf(DocumentOutcome.Refused.class, print(PrintTicket.SINGLE));
    assertEquals(Fault.Code.GARBLED_ANSWER, refused.fault().code());
    virtual.behave(Manner.GOOD);
    assertEquals(1, openJobs().size(), "it holds a job without document");
    assertInstanceOf(DocumentOutcome.Printed.class, print(PrintTicket.SINGLE));
    assertEquals(1, virtual.documents().size());
    assertEquals(JobFacts.State.CANCELED, job(1).state());
  }

  @Test
  void freesItWithoutBeingAskedToPrint() {
    virtual.behave(Manner.GARBLES_JOBS);
    assertInstanceOf(DocumentOutcome.Refused.class, print(PrintTicket.SINGLE));
    virtual.behave(Manner.GOOD);
    awaitNoJobs();
  }

  @Test
  void endsAJobOfWhichItIsUncertain() {
    leaveInTheMiddle();
    virtual.behave(Manner.GOOD);
    awaitNoJobs();
    var left = job(1);
    assertEquals(JobFacts.State.CANCELED, left.state(), "no paper for nobody");
    virtual.pace(AT_ONCE);
    assertInstanceOf(DocumentOutcome.Printed.class, print(PrintTicket.SINGLE));
    assertEquals(left.sheets(), job(1).sheets(), "it printed no further");
  }

  @Test
  void endsItAfterThePrinterWasAway() {
    leaveInTheMiddle(Manner.SILENT);
    virtual.behave(Manner.GOOD);
    awaitNoJobs();
    assertEquals(JobFacts.State.CANCELED, job(1).state());
  }

  /// After a restart the number is another's.
  @Test
  void leavesJobsOfOthersAlone() {
    leaveInTheMiddle();
    virtual.forgetJobs();
    virtual.behave(Manner.GOOD);
    assertInstanceOf(IppReply.Answer.class, observer.create("somebody-else", PrintTicket.SINGLE));
    var refused = assertInstanceOf(DocumentOutcome.Refused.class, print(PrintTicket.SINGLE));
    assertEquals("status 0507", refused.fault().detail(), "busy for somebody else");
    assertEquals(List.of("somebody-else"), openJobs().stream().map(JobFacts::name).toList());
  }

  @Test
  void printsNothingWhileThePrinterDoesNotGiveTheEarlierJobUp() {
    virtual.pace(SLOW);
    leaveInTheMiddle();
    virtual.trouble(true); // so that the earlier job does not end by itself
    virtual.behave(Manner.IGNORES_CANCEL);
    virtual.trouble(false);
    var refused = assertInstanceOf(DocumentOutcome.Refused.class, print(PrintTicket.SINGLE));
    assertEquals("an earlier job", refused.fault().detail());
    virtual.behave(Manner.GOOD);
    awaitNoJobs();
    virtual.pace(AT_ONCE);
    assertInstanceOf(DocumentOutcome.Printed.class, print(PrintTicket.SINGLE));
  }

  @Test
  void printsNothingWhileThePrinterDoesNotSayWhetherItHasTheEarlierJob() {
    virtual.behave(Manner.GARBLES_JOBS);
    assertInstanceOf(DocumentOutcome.Refused.class, print(PrintTicket.SINGLE));
    virtual.forgetJobs();
    assertInstanceOf(DocumentOutcome.Refused.class, print(PrintTicket.SINGLE));
    virtual.behave(Manner.GOOD);
    assertEquals(List.of(), openJobs(), "the second was not begun");
  }

  private void leaveInTheMiddle() {
    leaveInTheMiddle(Manner.GARBLES_JOBS);
  }

  private void leaveInTheMiddle(Manner how) {
    virtual.pace(SLOW);
    var told = new CopyOnWriteArrayList<PrintProgress>();
    try (var job = DocumentPrinterContract.Job.begin(printer, MANY, told)) {
      Eventually.within(PATIENCE, told::toString, () -> !told.isEmpty());
      virtual.behave(how);
      assertInstanceOf(DocumentOutcome.Uncertain.class, outcome(job));
    }
  }

  private static DocumentOutcome outcome(DocumentPrinterContract.Job job) {
    try {
      return job.outcome();
    } catch (Exception late) {
      throw new AssertionError(late);
    }
  }

  private DocumentOutcome print(PrintTicket ticket) {
    return printer.print(DocumentPrinterContract.CERTIFICATE, ticket, told -> {});
  }

  private void awaitNoJobs() {
    Eventually.within(PATIENCE, () -> openJobs().toString(), () -> openJobs().isEmpty());
  }

  private List<JobFacts> openJobs() {
    return answer(observer.openJobs());
  }

  private JobFacts job(int id) {
    return answer(observer.job(id));
  }

  private static <T> T answer(IppReply<T> reply) {
    if (reply instanceof IppReply.Answer<T>(var value)) {
      return value;
    }
    throw new AssertionError(reply.toString());
  }
}
