package org.jiujin.device.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import java.util.List;
import java.util.Optional;

/// What a printer says of a job (Get-Job-Attributes, Get-Jobs, and the answers that make one).
///
/// @param id its number
/// @param name as it was given, empty when the answer does not say; a printer that was switched off begins to count anew,
///     and only the name tells that a number is another job's
/// @param sheets how many are out: counted sheets, or impressions
record JobFacts(int id, String name, State state, List<String> reasons, int sheets) {
  static final List<String> ASKED =
      List.of(
          "job-id",
          "job-name",
          "job-state",
          "job-state-reasons",
          "job-impressions-completed",
          "job-media-sheets-completed",
          "sides");

  /// What a list of jobs must say of each.
  static final List<String> LISTED = List.of("job-id", "job-name", "job-state");

  /// @throws IllegalArgumentException when the packet names no job or no state
  static JobFacts of(IppPacket packet) {
    return of(PrinterFacts.group(packet, Tag.jobAttributes));
  }

  /// All jobs of a list, which has a group for each.
  ///
  /// @throws IllegalArgumentException when one of them has no number or no state
  static List<JobFacts> listOf(IppPacket packet) {
    return packet.getAttributeGroups().stream()
        .filter(group -> group.getTag().equals(Tag.jobAttributes))
        .map(JobFacts::of)
        .toList();
  }

  private static JobFacts of(AttributeGroup group) {
    int impressions = number(PrinterFacts.strings(group, "job-impressions-completed")).orElse(0);
    boolean duplex =
        PrinterFacts.strings(group, "sides").stream().anyMatch(side -> side.startsWith("two-"));
    return new JobFacts(
        number(PrinterFacts.strings(group, "job-id")).orElseThrow(() -> missing("job-id")),
        PrinterFacts.strings(group, "job-name").stream().findFirst().orElse(""),
        State.of(PrinterFacts.strings(group, "job-state")),
        PrinterFacts.strings(group, "job-state-reasons"),
        number(PrinterFacts.strings(group, "job-media-sheets-completed"))
            .orElse(duplex ? (impressions + 1) / 2 : impressions));
  }

  /// Whether the printer waits for the document.
  boolean lacksData() {
    return reasons.contains("job-data-insufficient");
  }

  private static Optional<Integer> number(List<String> said) {
    return said.stream()
        .filter(text -> text.matches("\\d{1,9}"))
        .findFirst()
        .map(Integer::parseInt);
  }

  private static IllegalArgumentException missing(String what) {
    return new IllegalArgumentException("no " + what);
  }

  /// `job-state` of RFC 8011, 5.3.7.
  enum State {
    UNDER_WAY,
    CANCELED,
    ABORTED,
    COMPLETED;

    private static State of(List<String> said) {
      if (said.isEmpty()) {
        throw missing("job-state");
      }
      return switch (said.getFirst()) {
        case "3", "4", "5", "6" -> UNDER_WAY; // pending, held, processing, stopped
        case "7" -> CANCELED;
        case "8" -> ABORTED;
        case "9" -> COMPLETED;
        default -> throw new IllegalArgumentException("no known job-state");
      };
    }
  }
}
