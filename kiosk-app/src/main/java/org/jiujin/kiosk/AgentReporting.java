package org.jiujin.kiosk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.kiosk.application.ApplicationOutbox;
import org.jiujin.kiosk.audit.AuditTrail;
import org.jiujin.kiosk.audit.Standing;
import org.jiujin.kiosk.session.Visit;
import org.jiujin.kiosk.terminal.AgentLink;
import org.jiujin.kiosk.terminal.Counters;
import org.jiujin.kiosk.terminal.HeadSource;
import org.jiujin.kiosk.terminal.TerminalDevices;
import org.jiujin.kiosk.terminal.TerminalReport;

/// Tells the agent at once when devices, counts or the visit change, for as long as the app runs.
final class AgentReporting implements AutoCloseable {
  private final AgentLink link;
  private final List<Runnable> stops;

  private AgentReporting(AgentLink link, List<Runnable> stops) {
    this.link = link;
    this.stops = stops;
  }

  /// Begins to report.
  ///
  /// @param trail whose head is told too
  /// @param orders carries out what the agent orders; closed with this
  /// @param stop ends the app when the agent asks for it
  static AgentReporting start(
      Path socket,
      TerminalReport report,
      TerminalDevices devices,
      Counters counters,
      Visit visit,
      ApplicationOutbox outbox,
      AuditTrail trail,
      TerminalOrders orders,
      Runnable stop) {
    var hello = new LocalMessage.Hello(ProcessHandle.current().pid(), KioskVersion.word());
    var link =
        new AgentLink(
            socket,
            hello,
            report::now,
            () -> head(trail.standing()),
            Platform::runLater,
            new AuditedOrders(orders, trail.operator()),
            stop);
    link.start();
    return new AgentReporting(
        link,
        List.of(
            devices.subscribe(_ -> link.reportSoon())::close,
            counters.subscribe(link::reportSoon)::close,
            visit.watch(_ -> link.reportSoon()),
            outbox.watchDepth(link::reportSoon),
            trail.watch(standing -> tellSessionEnd(standing, link)),
            orders::close));
  }

  /// A head is told with a report, and the end of a session shall not wait for the next one.
  private static void tellSessionEnd(Standing standing, AgentLink link) {
    if (standing.head().filter(head -> head.count() == standing.sessionEnd()).isPresent()) {
      link.reportSoon();
    }
  }

  static Optional<HeadSource.Told> head(Standing standing) {
    return standing
        .head()
        .map(head ->
            new LocalMessage.AuditHead(
                head.chain(), head.count(), head.hash(), head.at(), standing.unwritten()))
        .or(() ->
            standing.unwritten() == 0
                ? Optional.empty() // it is being opened
                : Optional.of(LocalMessage.AuditHead.none(standing.since(), standing.unwritten())))
        .map(head -> new HeadSource.Told(head, standing.sessionEnd()));
  }

  @Override
  public void close() {
    stops.forEach(Runnable::run);
    link.close();
  }
}
