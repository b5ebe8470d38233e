package org.jiujin.device.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.Fault;
import org.jiujin.device.printer.PrintOutcome;
import org.jiujin.device.printer.Receipt;
import org.jiujin.device.printer.ReceiptPrinter;
import org.jiujin.device.profile.Drivers;

/// `print`: one receipt from a file of text or layout.
final class PrintCommand implements Command {
  private static final Duration READY_IN = Duration.ofSeconds(10);
  private static final String FONT = "config/fonts/NotoSansSC-Regular.ttf";

  /// Options that are settings of the driver.
  private static final Map<String, String> SETTINGS =
      Map.of("--width", "widthMm", "--status", "status", "--baud", "baud", "--font", "font");

  @Override
  public String name() {
    return "print";
  }

  @Override
  public String synopsis() {
    return "FILE --port PORT [--width 58|80] [--status none|asb|realtime] [--baud N] [--font FILE]";
  }

  @Override
  public String summary() {
    return "print a text or a .receipt.json on an ESC/POS printer";
  }

  @Override
  public Set<String> options() {
    return Set.of("--port", "--width", "--status", "--baud", "--font");
  }

  @Override
  public int run(Words words, Terminal terminal) {
    var file = Path.of(words.only("file"));
    try {
      var receipt = ReceiptFile.read(file);
      try (var printer = printer(words, terminal)) {
        return said(print(printer, receipt), terminal);
      }
    } catch (IOException unreadable) {
      terminal.complain(file + " cannot be read: " + unreadable.getMessage());
      return FAILED;
    } catch (ReceiptFile.WrongLayout wrong) {
      terminal.complain(file + ": " + wrong.getMessage());
      return FAILED;
    }
  }

  private static PrintOutcome print(ReceiptPrinter printer, Receipt receipt) {
    StatusWait.until(printer, System.nanoTime() + READY_IN.toNanos(), status -> status.usable());
    return printer.print(receipt);
  }

  private static ReceiptPrinter printer(Words words, Terminal terminal) {
    var settings = new TreeMap<>(Map.of("font", terminal.home().resolve(FONT).toString()));
    SETTINGS.forEach((option, setting) -> {
      var said = words.option(option, "");
      if (!said.isEmpty()) {
        settings.put(setting, said);
      }
    });
    var port = new DevicePort("receipt", words.needed("--port"), false);
    var device =
        Drivers.found()
            .named("escpos")
            .orElseThrow()
            .open(port, new DriverSettings(settings), InstantSource.system());
    return (ReceiptPrinter) device;
  }

  private static int said(PrintOutcome outcome, Terminal terminal) {
    return switch (outcome) {
      case PrintOutcome.Printed(int lines) -> {
        terminal.progress("Printed " + lines + " lines and cut.");
        yield OK;
      }
      case PrintOutcome.Refused(var fault) -> {
        terminal.complain("nothing was printed: " + words(fault));
        yield FAILED;
      }
      case PrintOutcome.Uncertain(var fault) -> {
        terminal.complain("look whether paper came out: " + words(fault));
        yield FAILED;
      }
    };
  }

  static String words(Fault fault) {
    return StatusLine.word(fault.code()) + ", mended by " + StatusLine.word(fault.mender());
  }
}
