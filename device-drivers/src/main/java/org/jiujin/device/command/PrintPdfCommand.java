package org.jiujin.device.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.printer.DocumentOutcome;
import org.jiujin.device.printer.DocumentPrinter;
import org.jiujin.device.printer.PdfDocument;
import org.jiujin.device.printer.PrintProgress;
import org.jiujin.device.printer.PrintTicket;
import org.jiujin.device.profile.Drivers;

/// `print-pdf`: one document on A4, with a line on standard error for each sheet.
final class PrintPdfCommand implements Command {
  private static final Duration READY_IN = Duration.ofSeconds(10);

  @Override
  public String name() {
    return "print-pdf";
  }

  @Override
  public String synopsis() {
    return "FILE --uri ipp://HOST:PORT/PATH [--copies N] [--duplex] [--colour]";
  }

  @Override
  public String summary() {
    return "print a PDF on an IPP printer";
  }

  @Override
  public Set<String> flags() {
    return Set.of("--duplex", "--colour");
  }

  @Override
  public Set<String> options() {
    return Set.of("--uri", "--copies");
  }

  @Override
  public int run(Words words, Terminal terminal) {
    var file = Path.of(words.only("file"));
    int copies = words.number("--copies", 1, 1, PrintTicket.MAX_COPIES);
    var ticket = new PrintTicket(copies, words.has("--duplex"), words.has("--colour"));
    var port = new DevicePort("printer", words.needed("--uri"), false);
    try {
      var bytes = Files.readAllBytes(file);
      if (!PdfDocument.begins(bytes) || bytes.length > PdfDocument.MAX_BYTES) {
        terminal.complain(file + " is no PDF of at most 32 MB");
        return FAILED;
      }
      return print(new PdfDocument(bytes), ticket, port, terminal);
    } catch (IOException unreadable) {
      terminal.complain(file + " cannot be read: " + unreadable.getMessage());
      return FAILED;
    }
  }

  private static int print(
      PdfDocument document, PrintTicket ticket, DevicePort port, Terminal terminal) {
    var driver = Drivers.found().named("ipp").orElseThrow();
    try (var printer =
        (DocumentPrinter) driver.open(port, DriverSettings.NONE, InstantSource.system())) {
      StatusWait.until(printer, System.nanoTime() + READY_IN.toNanos(), status -> status.usable());
      return said(printer.print(document, ticket, now -> terminal.progress(told(now))), terminal);
    }
  }

  private static String told(PrintProgress progress) {
    return switch (progress) {
      case PrintProgress.Accepted _ -> "The printer took the document.";
      case PrintProgress.Sheets(int sheets) -> "Sheet " + sheets + " is out.";
      case PrintProgress.Waiting(var fault) -> "The printer waits: " + PrintCommand.words(fault);
    };
  }

  private static int said(DocumentOutcome outcome, Terminal terminal) {
    return switch (outcome) {
      case DocumentOutcome.Printed(int sheets) -> {
        terminal.progress("Printed; the printer counted " + sheets + " sheets.");
        yield OK;
      }
      case DocumentOutcome.Refused(var fault) ->
          failed("nothing was printed: " + PrintCommand.words(fault), terminal);
      case DocumentOutcome.Uncertain(var fault, int sheets) ->
          failed(
              "look what came out, %d sheets were counted: %s"
                  .formatted(sheets, PrintCommand.words(fault)),
              terminal);
      case DocumentOutcome.Cancelled(int sheets) ->
          failed("cancelled after " + sheets + " sheets", terminal);
    };
  }

  private static int failed(String what, Terminal terminal) {
    terminal.complain(what);
    return FAILED;
  }
}
