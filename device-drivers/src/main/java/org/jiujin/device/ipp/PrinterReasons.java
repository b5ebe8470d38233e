package org.jiujin.device.ipp;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiujin.device.Fault;
import org.jiujin.device.Fault.Code;
import org.jiujin.device.Fault.Mender;

/// What `printer-state-reasons` mean (RFC 8011, 5.4.12; IANA registry of IPP). A keyword is a stem and a severity:
/// `media-empty-warning`.
final class PrinterReasons {
  private static final List<String> SEVERITIES = List.of("-report", "-warning", "-error");

  /// The paper that a job under way asks for; whatever the severity, it does not go on.
  private static final String NEEDED = "media-needed";

  private static final Map<String, Code> CODES =
      Map.ofEntries(
          Map.entry("media-empty", Code.PAPER_END),
          Map.entry(NEEDED, Code.PAPER_END),
          Map.entry("input-tray-missing", Code.PAPER_END),
          Map.entry("media-low", Code.PAPER_NEAR_END),
          Map.entry("media-jam", Code.PAPER_JAM),
          Map.entry("door-open", Code.COVER_OPEN),
          Map.entry("cover-open", Code.COVER_OPEN),
          Map.entry("interlock-open", Code.COVER_OPEN),
          Map.entry("output-area-full", Code.OUTPUT_FULL),
          Map.entry("output-area-almost-full", Code.OUTPUT_FULL),
          Map.entry("toner-low", Code.INK_LOW),
          Map.entry("marker-supply-low", Code.INK_LOW),
          Map.entry("developer-low", Code.INK_LOW),
          Map.entry("toner-empty", Code.INK_END),
          Map.entry("marker-supply-empty", Code.INK_END),
          Map.entry("developer-empty", Code.INK_END),
          Map.entry("fuser-over-temp", Code.HEAD_HOT),
          Map.entry("fuser-under-temp", Code.DEVICE_FAILED),
          Map.entry("marker-waste-full", Code.DEVICE_FAILED),
          Map.entry("opc-life-over", Code.DEVICE_FAILED),
          Map.entry("interpreter-resource-unavailable", Code.DEVICE_FAILED),
          Map.entry("cups-missing-filter", Code.MISCONFIGURED));

  /// What passes by itself.
  private static final List<String> PASSING =
      List.of("spool-area-full", "connecting-to-device", "timed-out", "moving-to-paused");

  private PrinterReasons() {}

  /// What keeps the printer from printing.
  ///
  /// @param stopped whether the printer's state is `stopped`: then every reason is to blame
  static Optional<Fault> obstacle(Collection<String> reasons, boolean stopped) {
    var worst =
        reasons.stream()
            .filter(PrinterReasons::isTrouble)
            .filter(reason -> stopped || blocks(reason))
            .findFirst()
            .map(PrinterReasons::fault);
    return worst.isPresent() || !stopped ? worst : Optional.of(Fault.of(Code.OFF_LINE));
  }

  /// What somebody should look after.
  static Optional<Fault> warning(Collection<String> reasons) {
    return reasons.stream()
        .filter(reason -> CODES.containsKey(stem(reason)))
        .findFirst()
        .map(PrinterReasons::fault);
  }

  private static Fault fault(String reason) {
    var stem = stem(reason);
    var code = CODES.getOrDefault(stem, Code.OFF_LINE);
    return PASSING.contains(stem)
        ? new Fault(code, Mender.RECOVERS, reason)
        : Fault.of(code, reason);
  }

  /// A keyword without severity is to be taken for an error; `-warning` and `-report` let the printer go on.
  private static boolean blocks(String reason) {
    return stem(reason).equals(NEEDED)
        || (!reason.endsWith("-warning") && !reason.endsWith("-report"));
  }

  private static boolean isTrouble(String reason) {
    return !reason.equals("none");
  }

  private static String stem(String reason) {
    return SEVERITIES.stream()
        .filter(reason::endsWith)
        .findFirst()
        .map(severity -> reason.substring(0, reason.length() - severity.length()))
        .orElse(reason);
  }
}
