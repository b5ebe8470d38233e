package org.jiujin.device.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.Enum;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeyValues;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.encoding.TaggedValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiujin.device.Fault;
import org.jiujin.device.Supply;
import org.jiujin.device.printer.PrintTicket;

/// What a printer says of itself (Get-Printer-Attributes).
///
/// @param reasons `printer-state-reasons`
/// @param stopped whether `printer-state` is `stopped`
/// @param model `printer-make-and-model`, for people
record PrinterFacts(
    List<String> reasons,
    boolean stopped,
    boolean accepting,
    String model,
    boolean duplex,
    boolean colour,
    boolean a4,
    boolean pdf,
    List<Supply> supplies) {
  static final List<String> ASKED =
      Stream.concat(
              Stream.of(
                  "printer-state",
                  "printer-state-reasons",
                  "printer-is-accepting-jobs",
                  "printer-make-and-model",
                  "sides-supported",
                  "print-color-mode-supported",
                  "media-supported",
                  "document-format-supported"),
              PrinterSupplies.ASKED.stream())
          .toList();

  static final String A4 = "iso_a4_210x297mm";
  static final String LONG_EDGE = "two-sided-long-edge";
  static final String PDF = "application/pdf";
  private static final String STOPPED = "5";
  private static final int LONGEST_MODEL = 60;

  /// @throws IllegalArgumentException when the packet says nothing about the printer's state
  static PrinterFacts of(IppPacket packet) {
    var group = group(packet, Tag.printerAttributes);
    var state = strings(group, "printer-state");
    if (state.isEmpty()) {
      throw new IllegalArgumentException("no printer-state");
    }
    var formats = strings(group, "document-format-supported");
    return new PrinterFacts(
        strings(group, "printer-state-reasons"),
        state.getFirst().equals(STOPPED),
        !strings(group, "printer-is-accepting-jobs").equals(List.of("false")),
        model(strings(group, "printer-make-and-model")),
        strings(group, "sides-supported").contains(LONG_EDGE),
        strings(group, "print-color-mode-supported").contains("color"),
        strings(group, "media-supported").contains(A4),
        formats.contains(PDF),
        PrinterSupplies.of(group));
  }

  Optional<Fault> obstacle() {
    return PrinterReasons.obstacle(reasons, stopped)
        .or(() ->
            accepting
                ? Optional.empty()
                : Optional.of(Fault.of(Fault.Code.OFF_LINE, "accepts no jobs")));
  }

  Optional<Fault> warning() {
    return PrinterReasons.warning(reasons);
  }

  /// What a ticket asks for and this printer is not.
  Optional<Fault> mismatch(PrintTicket ticket) {
    if (!pdf) {
      return misfit("no PDF");
    }
    if (!a4) {
      return misfit("no A4");
    }
    if (ticket.duplex() && !duplex) {
      return misfit("no duplex");
    }
    return ticket.colour() && !colour ? misfit("no colour") : Optional.empty();
  }

  /// The first group of its kind.
  static AttributeGroup group(IppPacket packet, Tag tag) {
    return packet.getAttributeGroups().stream()
        .filter(group -> group.getTag().equals(tag))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no group " + tag));
  }

  /// An attribute's values as text, empty when it is missing.
  static List<String> strings(AttributeGroup group, String name) {
    return group.stream()
        .filter(attribute -> attribute.getName().equals(name))
        .findFirst()
        .map(attribute -> attribute.stream().map(PrinterFacts::text).toList())
        .orElse(List.of());
  }

  /// An enum as its number: the library names those that it knows, and a name may change.
  private static String text(Object value) {
    return switch (value) {
      case Enum number -> String.valueOf(number.getCode());
      case TaggedValue tagged -> text(tagged.getValue());
      case KeyValues pairs -> pairs.combine();
      case byte[] octets -> new String(octets, StandardCharsets.UTF_8);
      default -> value.toString();
    };
  }

  private static String model(List<String> said) {
    var name = said.isEmpty() ? "IPP printer" : said.getFirst().replaceAll("\\p{Cntrl}", "");
    return name.substring(0, Math.min(name.length(), LONGEST_MODEL));
  }

  private static Optional<Fault> misfit(String what) {
    return Optional.of(Fault.of(Fault.Code.MISCONFIGURED, what));
  }
}
