package org.jiujin.kiosk;

import java.util.function.Consumer;
import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.kiosk.audit.AuditEvent;
import org.jiujin.kiosk.audit.AuditPen;
import org.jiujin.kiosk.terminal.OrderTaker;

/// Accounts for what an operator does from afar: which order, how it ended; not what a message said or a picture showed.
///
/// @param orders carries them out
/// @param pen the operator's
record AuditedOrders(OrderTaker orders, AuditPen pen) implements OrderTaker {
  @Override
  public void take(LocalMessage.Order order, Consumer<LocalMessage.OrderDone> answer) {
    orders.take(
        order,
        done -> {
          pen.note(new AuditEvent.OrderEnded(order.id(), order.verb(), done.state().word()));
          answer.accept(done);
        });
  }

  @Override
  public void take(LocalMessage.Settings settings, Consumer<LocalMessage.SettingsTaken> answer) {
    orders.take(
        settings,
        taken -> {
          pen.note(new AuditEvent.SettingsApplied(taken.version(), taken.refused().size()));
          answer.accept(taken);
        });
  }

  @Override
  public void claim(LocalMessage.Claim claim) {
    orders.claim(claim);
  }
}
