package org.jiujin.kiosk.terminal;

import java.util.Optional;
import org.jiujin.fleet.local.LocalMessage;

/// Says how far the audit journal went. Asked on the link's thread; must not wait.
@FunctionalInterface
public interface HeadSource {
  /// There is no journal.
  HeadSource NONE = Optional::empty;

  /// The head now; empty while there is nothing to tell yet.
  Optional<Told> now();

  /// A head, and whether it is urgent.
  ///
  /// @param sessionEnd the number of the last entry that told of the end of a session
  record Told(LocalMessage.AuditHead head, long sessionEnd) {}
}
