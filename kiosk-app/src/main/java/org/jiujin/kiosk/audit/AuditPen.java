package org.jiujin.kiosk.audit;

/// Writes in the name of one session and actor. Thread-safe.
public final class AuditPen {
  private final AuditTrail trail;
  private final String session;
  private final Actor actor;

  AuditPen(AuditTrail trail, String session, Actor actor) {
    this.trail = trail;
    this.session = session;
    this.actor = actor;
  }

  /// Takes an event to be written soon. Returns at once.
  public void note(AuditEvent event) {
    trail.note(session, actor, event);
  }

  /// Takes an event and waits until it is on disk, three seconds at most. An entry that the disk does not take now is kept in
  /// memory and written later.
  ///
  /// @return whether it is on disk
  public boolean keep(AuditEvent event) {
    return trail.keep(session, actor, event);
  }
}
