package org.jiujin.device.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiujin.device.Supply;
import org.jspecify.annotations.Nullable;

/// What a printer says of its toner, ink and paper.
///
/// `printer-supply` and `printer-input-tray` (PWG 5100.13) hold the values of the Printer MIB (RFC 3805) as `key=value;…`;
/// `marker-…` are CUPS's attributes, taken from printers that lack the first. A level below 0 means "other", "unknown" or "some, but
/// not how much", and is never a percentage. Waste containers, drums and fusers are left out: their end is a fault, and it is told.
final class PrinterSupplies {
  static final List<String> ASKED =
      List.of(
          "printer-supply",
          "printer-supply-description",
          "printer-input-tray",
          "marker-names",
          "marker-types",
          "marker-levels");

  /// More than this are a mistake.
  private static final int MOST = 16;

  private static final String CASSETTE = "sheetFeedAutoRemovableTray";

  /// Of a printer with cassettes this is the by-pass tray, which holds other paper.
  private static final String FIXED_TRAY = "sheetFeedAutoNonRemovableTray";

  private static final String NUMBER = "-?\\d{1,9}";

  private PrinterSupplies() {}

  static List<Supply> of(AttributeGroup group) {
    List<Supply> colours = supplies(group);
    return Stream.concat(
            colours.isEmpty() ? markers(group).stream() : colours.stream(), paper(group).stream())
        .limit(MOST)
        .toList();
  }

  private static List<Supply> supplies(AttributeGroup group) {
    var entries = PrinterFacts.strings(group, "printer-supply");
    var names = PrinterFacts.strings(group, "printer-supply-description");
    List<Supply> found = new ArrayList<>();
    for (int at = 0; at < Math.min(entries.size(), MOST); at++) {
      var entry = entry(entries.get(at));
      var name = at < names.size() ? names.get(at) : entry.getOrDefault("colorantname", "");
      if (!entry.getOrDefault("class", "").startsWith("receptacle")) {
        var percent = percent(entry.get("level"), entry.get("maxcapacity"));
        kind(entry.getOrDefault("type", ""))
            .ifPresent(kind -> found.add(new Supply(kind, name, percent)));
      }
    }
    return found;
  }

  private static List<Supply> markers(AttributeGroup group) {
    var names = PrinterFacts.strings(group, "marker-names");
    var types = PrinterFacts.strings(group, "marker-types");
    var levels = PrinterFacts.strings(group, "marker-levels");
    return IntStream.range(0, Math.min(MOST, Math.min(types.size(), levels.size())))
        .boxed()
        .flatMap(at ->
            kind(types.get(at))
                .map(kind ->
                    new Supply(
                        kind,
                        at < names.size() ? names.get(at) : "",
                        percent(levels.get(at), "100")))
                .stream())
        .toList();
  }

  /// The cassettes together, or the fixed trays of a printer without; a manual one is filled sheet by sheet.
  private static Optional<Supply> paper(AttributeGroup group) {
    var all =
        PrinterFacts.strings(group, "printer-input-tray").stream()
            .limit(MOST)
            .map(PrinterSupplies::entry)
            .toList();
    var cassettes = trays(all, CASSETTE);
    var trays = cassettes.isEmpty() ? trays(all, FIXED_TRAY) : cassettes;
    long level = 0;
    long capacity = 0;
    for (var tray : trays) {
      if (percent(tray.get("level"), tray.get("maxcapacity")) != null) {
        level += number(tray.get("level"));
        capacity += number(tray.get("maxcapacity"));
      }
    }
    var percent = percent(String.valueOf(level), String.valueOf(capacity));
    return trays.isEmpty()
        ? Optional.empty()
        : Optional.of(new Supply(Supply.Kind.PAPER, "", percent));
  }

  private static List<Map<String, String>> trays(List<Map<String, String>> all, String type) {
    return all.stream().filter(tray -> tray.getOrDefault("type", "").equals(type)).toList();
  }

  /// `inkCartridge`, `ink-cartridge`, `toner` …, but not `wasteToner`.
  private static Optional<Supply.Kind> kind(String type) {
    var word = type.toLowerCase(Locale.ROOT);
    if (word.startsWith("toner")) {
      return Optional.of(Supply.Kind.TONER);
    }
    return word.startsWith("ink") ? Optional.of(Supply.Kind.INK) : Optional.empty();
  }

  private static @Nullable Integer percent(@Nullable String level, @Nullable String capacity) {
    long left = number(level);
    long whole = number(capacity);
    return left < 0 || whole <= 0 ? null : (int) Math.min(100, (left * 100 + whole / 2) / whole);
  }

  private static long number(@Nullable String text) {
    return text != null && text.matches(NUMBER) ? Long.parseLong(text) : -1;
  }

  private static Map<String, String> entry(String text) {
    Map<String, String> values = new HashMap<>();
    for (String part : text.split(";", 32)) {
      int at = part.indexOf('=');
      if (at > 0) {
        values.putIfAbsent(
            part.substring(0, at).strip().toLowerCase(Locale.ROOT), part.substring(at + 1).strip());
      }
    }
    return values;
  }
}
