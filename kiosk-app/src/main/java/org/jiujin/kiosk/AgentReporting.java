package org.jiujin.kiosk;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.kiosk.application.ApplicationOutbox;
import org.jiujin.kiosk.session.Visit;
import org.jiujin.kiosk.terminal.AgentLink;
import org.jiujin.kiosk.terminal.Counters;
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
  /// @param orders carries out what the agent orders; closed with this
  /// @param stop ends the app when the agent asks for it
  static AgentReporting start(
      Path socket,
      TerminalReport report,
      TerminalDevices devices,
      Counters counters,
      Visit visit,
      ApplicationOutbox outbox,
      TerminalOrders orders,
      Runnable stop) {
    var hello = new LocalMessage.Hello(ProcessHandle.current().pid(), version());
    var link = new AgentLink(socket, hello, report::now, Platform::runLater, orders, stop);
    link.start();
    return new AgentReporting(
        link,
        List.of(
            devices.subscribe(_ -> link.reportSoon())::close,
            counters.subscribe(link::reportSoon)::close,
            visit.watch(_ -> link.reportSoon()),
            outbox.watchDepth(link::reportSoon),
            orders::close));
  }

  private static String version() {
    return Objects.requireNonNullElse(
        AgentReporting.class.getPackage().getImplementationVersion(), "development");
  }

  @Override
  public void close() {
    stops.forEach(Runnable::run);
    link.close();
  }
}
