package org.jiujin.console.enrolment;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jiujin.agent.enrol.EnrolledTls;
import org.jiujin.agent.enrol.Enrolment;
import org.jiujin.agent.enrol.EnrolmentSettings;
import org.jiujin.agent.enrol.EnrolmentWatch;
import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.fleet.record.RecordBody;

/// The agent's own enrolment, as a terminal runs it.
final class EnrollingTerminal implements EnrolmentWatch, AutoCloseable {
  private final EnrolmentSettings settings;
  private final List<LocalMessage.Claim> claims = new CopyOnWriteArrayList<>();
  private final List<RecordBody> told = new CopyOnWriteArrayList<>();
  private final Enrolment enrolment;

  EnrollingTerminal(EnrollingConsole console, String name, Path folder) {
    settings =
        new EnrolmentSettings(
            console.est(), console.authorityFile(), name, "GS-621121", folder.resolve("identity"));
    enrolment = Enrolment.start(settings, this, InstantSource.system());
  }

  /// What stands on its screen; empty while there is none.
  String code() {
    return claims.isEmpty() ? "" : claims.getLast().code();
  }

  List<RecordBody> told() {
    return told;
  }

  Path file() {
    return settings.folder().resolve("identity.pem");
  }

  EnrolledTls tls(Path authority) {
    return settings.tls(authority);
  }

  @Override
  public void claimIs(LocalMessage.Claim claim) {
    claims.add(claim);
  }

  @Override
  public void certificateEndsIn(int days) {
    // not looked at here
  }

  @Override
  public void tell(RecordBody body) {
    told.add(body);
  }

  @Override
  public void close() {
    enrolment.close();
  }
}
