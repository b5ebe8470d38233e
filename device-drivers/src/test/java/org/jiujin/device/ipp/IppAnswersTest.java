package org.jiujin.device.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jiujin.device.DevicePort;
import org.jiujin.device.Fault;
import org.jiujin.device.SettingException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IppAnswersTest {
  private static final IppPacket PRINTER =
      IppPacket.response(Status.successfulOk)
          .setRequestId(1)
          .putPrinterAttributes(
              Types.printerState.of(PrinterState.stopped),
              Types.printerStateReasons.of("media-empty-error", "toner-low-report"),
              Types.printerIsAcceptingJobs.of(true),
              Types.sidesSupported.of("one-sided", "two-sided-long-edge"),
              Types.mediaSupported.of("iso_a4_210x297mm"),
              Types.documentFormatSupported.of("application/pdf"))
          .build();

  @Test
  void readsWhatAPrinterSaysOfItself() {
    var facts = answer(bytes(PRINTER));
    assertEquals(List.of("media-empty-error", "toner-low-report"), facts.reasons());
    assertTrue(facts.stopped() && facts.accepting() && facts.duplex() && facts.a4() && facts.pdf());
    assertEquals(Fault.Code.PAPER_END, facts.obstacle().orElseThrow().code());
  }

  @Test
  void callsAnAnswerGarbledThatBreaksOffAnywhere() {
    var whole = bytes(PRINTER);
    for (int cut = 0; cut < whole.length - 1; cut++) {
      var reply = IppWire.parsed(Arrays.copyOf(whole, cut), 1, PrinterFacts::of);
      if (reply instanceof IppReply.Answer<PrinterFacts>(var facts)) {
        assertTrue(
            facts.stopped(), "cut at " + cut + " an attribute may be missing, never be wrong");
      } else {
        assertInstanceOf(IppReply.Lost.class, reply, "cut at " + cut);
      }
    }
  }

  @Test
  void takesNoAnswerToAnotherRequest() {
    assertInstanceOf(IppReply.Lost.class, IppWire.parsed(bytes(PRINTER), 2, PrinterFacts::of));
  }

  /// The library reads a collection in a collection by calling itself.
  @Test
  void survivesCollectionsInCollectionsInCollections() {
    var nested = new ByteArrayOutputStream();
    nested.writeBytes(new byte[] {2, 0, 0, 0, 0, 0, 0, 1, 4, 0x34, 0, 1, 'a', 0, 0});
    for (int depth = 0; depth < 30_000; depth++) {
      nested.writeBytes(new byte[] {0x4A, 0, 0, 0, 1, 'b', 0x34, 0, 0, 0, 0});
    }
    assertInstanceOf(
        IppReply.Lost.class, IppWire.parsed(nested.toByteArray(), 1, PrinterFacts::of));
  }

  @Test
  void countsSheetsFromImpressionsWhereThePrinterCountsNoSheets() {
    var job =
        IppPacket.response(Status.successfulOk)
            .setRequestId(1)
            .putJobAttributes(
                Types.jobId.of(7),
                Types.jobName.of("document-1"),
                Types.jobState.of(JobState.processing),
                Types.sides.of("two-sided-long-edge"),
                Types.jobImpressionsCompleted.of(5))
            .build();
    var reply =
        assertInstanceOf(IppReply.Answer.class, IppWire.parsed(bytes(job), 1, JobFacts::of));
    assertEquals(
        new JobFacts(7, "document-1", JobFacts.State.UNDER_WAY, List.of(), 3), reply.value());
  }

  @Test
  void readsAListOfJobs() {
    var list =
        IppPacket.response(Status.successfulOk)
            .setRequestId(1)
            .addGroup(listed(7, "document-1", JobState.processing))
            .addGroup(listed(9, "document-2", JobState.pendingHeld))
            .build();
    var whole = bytes(list);
    var jobs = assertInstanceOf(IppReply.Answer.class, IppWire.parsed(whole, 1, JobFacts::listOf));
    assertEquals(
        List.of(
            new JobFacts(7, "document-1", JobFacts.State.UNDER_WAY, List.of(), 0),
            new JobFacts(9, "document-2", JobFacts.State.UNDER_WAY, List.of(), 0)),
        jobs.value());
    var nameless =
        IppPacket.response(Status.successfulOk)
            .setRequestId(1)
            .putJobAttributes(Types.jobName.of("document-1"))
            .build();
    assertInstanceOf(
        IppReply.Lost.class, IppWire.parsed(bytes(nameless), 1, JobFacts::listOf), "no number");
  }

  @Test
  void takesAListThatBreaksOffAnywhereForGarbledOrShorter() {
    var whole =
        bytes(
            IppPacket.response(Status.successfulOk)
                .setRequestId(1)
                .addGroup(listed(7, "document-1", JobState.processing))
                .build());
    for (int cut = 0; cut < whole.length - 1; cut++) {
      var reply = IppWire.parsed(Arrays.copyOf(whole, cut), 1, JobFacts::listOf);
      assertFalse(
          reply instanceof IppReply.Answer<List<JobFacts>>(var jobs)
              && !jobs.isEmpty()
              && jobs.getFirst().id() != 7,
          "cut at " + cut);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "none, false, , ",
    "media-empty-report, false, , PAPER_END",
    "media-empty-warning, false, , PAPER_END",
    "media-needed-warning, false, PAPER_END, PAPER_END",
    "media-low-warning, false, , PAPER_NEAR_END",
    "media-jam, false, PAPER_JAM, PAPER_JAM",
    "media-jam-warning, true, PAPER_JAM, PAPER_JAM",
    "cover-open-error, false, COVER_OPEN, COVER_OPEN",
    "toner-empty-error, false, INK_END, INK_END",
    "marker-supply-low-report, false, , INK_LOW",
    "fuser-over-temp-error, false, HEAD_HOT, HEAD_HOT",
    "paused, true, OFF_LINE, ",
    "none, true, OFF_LINE, ",
    "cups-missing-filter-warning, false, , MISCONFIGURED"
  })
  void readsReasons(
      String reason, boolean stopped, Fault.@Nullable Code obstacle, Fault.@Nullable Code warning) {
    var reasons = List.of(reason);
    assertEquals(obstacle, PrinterReasons.obstacle(reasons, stopped).map(Fault::code).orElse(null));
    assertEquals(warning, PrinterReasons.warning(reasons).map(Fault::code).orElse(null));
  }

  @Test
  void saysWhatPassesByItself() {
    var fault = PrinterReasons.obstacle(List.of("spool-area-full-error"), false).orElseThrow();
    assertEquals(Fault.Mender.RECOVERS, fault.mender());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a/b", "ipp://", "ipp://a:0/b", "ipp://a b/c", "ipp://a/b?c=d"})
  void refusesAddressesThatAreNoPrinters(String address) {
    var wrong = new DevicePort("printer", address, false);
    var refused =
        assertThrows(SettingException.class, () -> IppPrinters.open(wrong, InstantSource.system()));
    assertEquals("port", refused.setting());
  }

  private static AttributeGroup listed(int id, String name, JobState state) {
    return AttributeGroup.groupOf(
        Tag.jobAttributes, Types.jobId.of(id), Types.jobName.of(name), Types.jobState.of(state));
  }

  private static PrinterFacts answer(byte[] bytes) {
    if (IppWire.parsed(bytes, 1, PrinterFacts::of)
        instanceof IppReply.Answer<PrinterFacts>(var facts)) {
      return facts;
    }
    throw new AssertionError("not understood");
  }

  private static byte[] bytes(IppPacket packet) {
    var out = new ByteArrayOutputStream();
    new IppOutputStream(out).write(packet);
    return out.toByteArray();
  }
}
