package org.jiujin.console.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiujin.console.record.AuditView;

/// What the page of a terminal says of its audit journal.
///
/// @param look of its mark: `online` when all fits, `degraded` when an operator has to look
/// @param count of entries; empty when the terminal told nothing yet
/// @param hash the first digits of the last entry's
/// @param at when the last entry was made
/// @param state in words
/// @param troubles what did not fit, the newest first
record AuditPart(
    String look, String count, String hash, String at, String state, List<String> troubles) {
  private static final int SHORT = 12;

  static AuditPart of(Optional<AuditView> told, Wording wording) {
    if (told.isEmpty()) {
      return new AuditPart("offline", "", "", "", wording.text("audit.silent"), List.of());
    }
    AuditView view = told.get();
    AuditView.Head head = view.head();
    boolean well = view.unwritten() == 0 && view.troubles().isEmpty();
    return new AuditPart(
        well ? "online" : "degraded",
        String.valueOf(head.count()),
        head.hash().isEmpty() ? "" : head.hash().substring(0, SHORT),
        wording.time(head.at()),
        state(view, wording),
        view.troubles().stream().map(trouble -> text(trouble, wording)).toList());
  }

  private static String state(AuditView view, Wording wording) {
    if (view.unwritten() > 0) {
      return wording.text("audit.unwritten", String.valueOf(view.unwritten()));
    }
    return wording.text(view.troubles().isEmpty() ? "audit.whole" : "audit.look");
  }

  private static String text(AuditView.Trouble trouble, Wording wording) {
    return wording.text(
        "audit.trouble." + trouble.what().name().toLowerCase(Locale.ROOT),
        wording.time(trouble.at()),
        String.valueOf(trouble.count()),
        String.valueOf(trouble.before()));
  }
}
