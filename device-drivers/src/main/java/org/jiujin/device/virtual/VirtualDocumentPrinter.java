package org.jiujin.device.virtual;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A document printer that does not exist, on a loopback port: IPP over HTTP, as much of it as a printer must have.
///
/// It prints one document at a time, keeps what it printed, and can misbehave as real printers do. Thread-safe.
public final class VirtualDocumentPrinter implements AutoCloseable {
  private static final String PATH = "/ipp/print";
  private static final long NANOS_PER_MINUTE = 60_000_000_000L;
  private static final int HTTP_OK = 200;
  private static final int MOST_GARBAGE = 64;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final URI address;
  private final TreeMap<Integer, VirtualPrintJob> jobs = new TreeMap<>();
  private final List<byte[]> documents = new ArrayList<>();
  private long nanosPerSheet;
  private List<String> reasons = List.of();
  private boolean stopped;
  private boolean paper = true;
  private Manner manner = Manner.GOOD;

  private VirtualDocumentPrinter(HttpServer server, int sheetsPerMinute) {
    this.server = server;
    pace(sheetsPerMinute);
    this.address = URI.create("ipp://127.0.0.1:" + server.getAddress().getPort() + PATH);
  }

  /// Switches a printer on.
  ///
  /// @param port 0 for any free one
  public static VirtualDocumentPrinter start(int port, int sheetsPerMinute) throws IOException {
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    var printer = new VirtualDocumentPrinter(server, sheetsPerMinute);
    server.setExecutor(printer.threads);
    server.createContext(PATH, printer::handle);
    server.start();
    return printer;
  }

  /// Where it is: `ipp://127.0.0.1:port/ipp/print`.
  public URI address() {
    return address;
  }

  /// What is wrong with it, as `printer-state-reasons`; while it is stopped, jobs wait.
  public synchronized void trouble(boolean stops, String... keywords) {
    reasons = List.of(keywords);
    stopped = stops;
    holdOrGoOn();
  }

  /// Fills the tray or empties it; without paper jobs are taken, and wait.
  public synchronized void paper(boolean there) {
    paper = there;
    holdOrGoOn();
  }

  /// How fast the next jobs are printed.
  public final synchronized void pace(int sheetsPerMinute) {
    nanosPerSheet = NANOS_PER_MINUTE / sheetsPerMinute;
  }

  /// How it behaves from now on.
  public synchronized void behave(Manner how) {
    manner = how;
  }

  /// The documents that it was sent whole.
  public synchronized List<byte[]> documents() {
    return documents.stream().map(byte[]::clone).toList();
  }

  /// Forgets all jobs and counts from 1 again, as after a power cut.
  public synchronized void forgetJobs() {
    jobs.clear();
  }

  /// Switches it off.
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var how = manner();
      if (how == Manner.SILENT) {
        rest();
        return;
      }
      var in = new IppInputStream(new BufferedInputStream(exchange.getRequestBody()));
      var request = in.readPacket();
      if (how == Manner.DROPS_DOCUMENTS && request.getOperation().equals(Operation.sendDocument)) {
        return; // closes the connection in the middle
      }
      var document = in.readAllBytes();
      var answer = bytes(answer(request, document));
      if (how == Manner.SWALLOWS_ANSWERS && request.getOperation().equals(Operation.sendDocument)) {
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "application/ipp");
      boolean garbles = how == Manner.GARBLED || (how == Manner.GARBLES_JOBS && aboutJob(request));
      var sent = garbles ? garbled(answer) : answer;
      exchange.sendResponseHeaders(HTTP_OK, sent.length);
      exchange.getResponseBody().write(sent);
    }
  }

  private static boolean aboutJob(IppPacket request) {
    return !request.getOperation().equals(Operation.getPrinterAttributes);
  }

  private synchronized Manner manner() {
    return manner;
  }

  private synchronized IppPacket answer(IppPacket request, byte[] document) {
    var answer =
        switch (Operation.Companion.get(request.getCode()).getName()) {
          case "Get-Printer-Attributes" -> printer();
          case "Create-Job" -> create(request);
          case "Send-Document" -> send(request, document);
          case "Get-Job-Attributes" -> job(request);
          case "Get-Jobs" -> list(request);
          case "Cancel-Job" -> cancel(request);
          default -> IppPacket.response(Status.serverErrorOperationNotSupported);
        };
    return answer.setRequestId(request.getRequestId()).build();
  }

  private IppPacket.Builder printer() {
    return IppPacket.response(Status.successfulOk)
        .putPrinterAttributes(
            Types.printerState.of(stopped ? PrinterState.stopped : PrinterState.idle),
            Types.printerStateReasons.of(reasons()),
            Types.printerIsAcceptingJobs.of(true),
            Types.printerMakeAndModel.of("Virtual A4"),
            Types.sidesSupported.of("one-sided", "two-sided-long-edge"),
            Types.printColorModeSupported.of("monochrome"),
            Types.mediaSupported.of("iso_a4_210x297mm"),
            Types.documentFormatSupported.of("application/pdf"));
  }

  private List<String> reasons() {
    var all = new ArrayList<>(reasons);
    boolean working = jobs.values().stream().anyMatch(VirtualPrintJob::underWay);
    if (!paper) {
      all.add(working ? "media-needed-warning" : "media-empty-report");
    }
    return all.isEmpty() ? List.of("none") : all;
  }

  private void holdOrGoOn() {
    jobs.values().forEach(job -> job.hold(stopped || !paper));
  }

  private IppPacket.Builder create(IppPacket request) {
    if (jobs.values().stream().anyMatch(VirtualPrintJob::underWay)) {
      return IppPacket.response(Status.serverErrorBusy);
    }
    var name =
        Objects.requireNonNullElse(
            request.getString(Tag.operationAttributes, Types.jobName), "untitled");
    int copies = Objects.requireNonNullElse(request.getValue(Tag.jobAttributes, Types.copies), 1);
    int id = jobs.isEmpty() ? 1 : jobs.lastKey() + 1;
    var job = new VirtualPrintJob(id, name, copies, nanosPerSheet);
    job.hold(stopped || !paper);
    jobs.put(id, job);
    return facts(job);
  }

  private IppPacket.Builder send(IppPacket request, byte[] document) {
    return about(
        request,
        job -> {
          documents.add(document);
          job.begin();
        });
  }

  private IppPacket.Builder job(IppPacket request) {
    return about(request, job -> {});
  }

  /// RFC 8011, 4.2.6: without being asked for others, those that have not come to an end.
  private IppPacket.Builder list(IppPacket request) {
    boolean over = "completed".equals(request.getString(Tag.operationAttributes, Types.whichJobs));
    var answer = IppPacket.response(Status.successfulOk);
    jobs.values().stream()
        .filter(job -> job.underWay() != over)
        .forEach(job -> answer.addGroup(AttributeGroup.groupOf(Tag.jobAttributes, said(job))));
    return answer;
  }

  private IppPacket.Builder cancel(IppPacket request) {
    return about(
        request,
        job -> {
          if (manner != Manner.IGNORES_CANCEL) {
            job.cancel();
          }
        });
  }

  private IppPacket.Builder about(
      IppPacket request, java.util.function.Consumer<VirtualPrintJob> work) {
    Integer id = request.getValue(Tag.operationAttributes, Types.jobId);
    var job = jobs.get(id);
    if (job == null) {
      return IppPacket.response(Status.clientErrorNotFound);
    }
    work.accept(job);
    return facts(job);
  }

  private IppPacket.Builder facts(VirtualPrintJob job) {
    return IppPacket.response(Status.successfulOk).putJobAttributes(said(job));
  }

  private List<Attribute<?>> said(VirtualPrintJob job) {
    var name = manner == Manner.OTHER_JOB ? "somebody-else" : job.name();
    return List.of(
        Types.jobId.of(job.id()),
        Types.jobUri.of(address.resolve(PATH + "/" + job.id())),
        Types.jobName.of(name),
        Types.jobState.of(job.state()),
        Types.jobStateReasons.of(
            job.state().equals(JobState.pendingHeld) ? "job-data-insufficient" : "none"),
        Types.jobMediaSheetsCompleted.of(job.sheets()));
  }

  private static byte[] bytes(IppPacket packet) {
    var out = new ByteArrayOutputStream();
    new IppOutputStream(out).write(packet);
    return out.toByteArray();
  }

  private static byte[] garbled(byte[] answer) {
    var half = Arrays.copyOf(answer, Math.min(answer.length, MOST_GARBAGE));
    Arrays.fill(half, half.length / 2, half.length, (byte) 0xA5);
    return half;
  }

  private static void rest() {
    try {
      new java.util.concurrent.CountDownLatch(1).await();
    } catch (InterruptedException switchedOff) {
      Thread.currentThread().interrupt();
    }
  }

  /// How a printer behaves.
  public enum Manner {
    GOOD,
    /// Takes requests and never answers.
    SILENT,
    /// Answers with packets that make no sense.
    GARBLED,
    /// Answers to all that is asked about jobs make no sense.
    GARBLES_JOBS,
    /// Closes the connection when a document comes.
    DROPS_DOCUMENTS,
    /// Takes the document and closes the connection instead of answering.
    SWALLOWS_ANSWERS,
    /// Says yes to a cancel and prints on.
    IGNORES_CANCEL,
    /// Answers for another job of the same number.
    OTHER_JOB
  }
}
