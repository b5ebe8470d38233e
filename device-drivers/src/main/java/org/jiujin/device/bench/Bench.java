package org.jiujin.device.bench;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jiujin.device.virtual.NetworkCable;
import org.jiujin.device.virtual.VirtualCabinet;
import org.jiujin.device.virtual.VirtualCards;
import org.jiujin.device.virtual.VirtualReceiptPrinter;
import org.jiujin.device.virtual.VirtualSamReader;
import org.jiujin.device.virtual.VirtualScanner;

/// The devices and cables on the bench, all plugged in at the start.
final class Bench implements AutoCloseable {
  private static final int LITTLE_PAPER_MILLIMETRES = 2_000;
  private static final String SAMPLE_CODE = "https://example.invalid/bj/0001";

  private final VirtualSamReader reader;
  private final VirtualReceiptPrinter printer;
  private final VirtualScanner scanner;
  private final VirtualCabinet cabinet;
  private final List<NetworkCable> cables;
  private final Path font;
  private volatile boolean doorOpen;
  private volatile boolean mainsThere = true;

  private Bench(
      VirtualSamReader reader,
      VirtualReceiptPrinter printer,
      VirtualScanner scanner,
      VirtualCabinet cabinet,
      List<NetworkCable> cables,
      Path font) {
    this.reader = reader;
    this.printer = printer;
    this.scanner = scanner;
    this.cabinet = cabinet;
    this.cables = cables;
    this.font = font;
  }

  /// Puts everything up.
  static Bench set(BenchOptions options) throws IOException {
    Files.createDirectories(options.directory());
    var cables = new ArrayList<NetworkCable>();
    try {
      for (var relay : options.relays()) {
        cables.add(NetworkCable.lay(relay.name(), relay.listenPort(), relay.targetPort()));
      }
      var reader = new VirtualSamReader(options.directory().resolve("idcard"));
      var printer =
          new VirtualReceiptPrinter(
              options.directory().resolve("receipt"),
              font(options),
              VirtualReceiptPrinter.REAL_SPEED);
      var scanner = new VirtualScanner(options.directory().resolve("scanner"));
      var cabinet = VirtualCabinet.rtu(options.directory().resolve("cabinet"));
      reader.plug();
      printer.plug();
      scanner.plug();
      cabinet.plug();
      return new Bench(reader, printer, scanner, cabinet, List.copyOf(cables), options.font());
    } catch (IOException failed) {
      cables.forEach(NetworkCable::close);
      throw failed;
    }
  }

  VirtualReceiptPrinter printer() {
    return printer;
  }

  /// The font for the page too: a machine without Chinese fonts shows boxes otherwise.
  byte[] fontFile() throws IOException {
    return Files.readAllBytes(font);
  }

  /// Does what a hand does.
  ///
  /// @param action `idcard/unplug` for example
  /// @return false when there is no such action
  boolean act(String action) {
    if (action.startsWith("idcard/lay/")) {
      var card = VirtualCards.named(action.substring("idcard/lay/".length()));
      card.ifPresent(reader::lay);
      return card.isPresent();
    }
    switch (action) {
      case "idcard/lift" -> reader.lift();
      case "idcard/unplug" -> reader.unplug();
      case "idcard/plug" -> reader.plug();
      case "receipt/unplug" -> printer.unplug();
      case "receipt/plug" -> printer.plug();
      case "receipt/empty" -> printer.leavePaper(0);
      case "receipt/near-end" -> printer.leavePaper(LITTLE_PAPER_MILLIMETRES);
      case "receipt/refill" -> printer.refill();
      case "receipt/open-cover" -> printer.openCover();
      case "receipt/close-cover" -> printer.closeCover();
      case "receipt/take" -> printer.takeStrips();
      case "scanner/show" -> scanner.show(SAMPLE_CODE);
      case "scanner/unplug" -> scanner.unplug();
      case "scanner/plug" -> scanner.plug();
      case "cabinet/open-door" -> door(true);
      case "cabinet/close-door" -> door(false);
      case "cabinet/fail-mains" -> mains(false);
      case "cabinet/restore-mains" -> mains(true);
      case "cabinet/unplug" -> cabinet.unplug();
      case "cabinet/plug" -> cabinet.plug();
      case "network/cut" -> cables.forEach(NetworkCable::cut);
      case "network/restore" -> cables.forEach(NetworkCable::restore);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void door(boolean open) {
    cabinet.door(open);
    doorOpen = open;
  }

  private void mains(boolean there) {
    cabinet.mains(there);
    mainsThere = there;
  }

  /// How everything is, as JSON.
  String state() {
    return """
    {"idcard":{"plugged":%s,"card":%s},"receipt":{"plugged":%s,"paper":"%s","cover":"%s","strips":%d},\
    "scanner":{"plugged":%s},"cabinet":{"plugged":%s,"door":"%s","mains":%s,"lamp":%s},\
    "network":{"connected":%s},"cards":[%s]}\
    """
        .formatted(
            reader.plugged(),
            reader.card().map(card -> quoted(card.id())).orElse("null"),
            printer.plugged(),
            printer.paper().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            printer.coverOpen() ? "open" : "closed",
            printer.strips(),
            scanner.plugged(),
            cabinet.plugged(),
            doorOpen ? "open" : "closed",
            mainsThere,
            cabinet.lamp(),
            cables.stream().allMatch(NetworkCable::whole),
            VirtualCards.all().stream()
                .map(card -> quoted(card.id()))
                .collect(Collectors.joining(",")));
  }

  @Override
  public void close() {
    reader.close();
    printer.close();
    scanner.close();
    cabinet.close();
    cables.forEach(NetworkCable::close);
  }

  /// Ids hold nothing that JSON would escape.
  private static String quoted(String id) {
    return '"' + id + '"';
  }

  private static Font font(BenchOptions options) throws IOException {
    try {
      return Font.createFont(Font.TRUETYPE_FONT, options.font().toFile());
    } catch (FontFormatException noFont) {
      throw new IOException("not a TrueType font: " + options.font(), noFont);
    }
  }
}
