package org.jiujin.console.record;

import java.util.List;
import java.util.Optional;

/// What the terminals told of their audit journals. From any thread.
public interface AuditBook {
  /// How a terminal's journal stands, with what was wrong with it lately; empty when it never told.
  Optional<AuditView> of(String terminal);

  /// The heads that a terminal told, the newest first.
  List<AuditView.Head> heads(String terminal, int limit);
}
