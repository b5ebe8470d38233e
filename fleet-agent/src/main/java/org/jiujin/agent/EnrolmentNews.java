package org.jiujin.agent;

import java.util.Map;
import org.jiujin.agent.enrol.EnrolmentWatch;
import org.jiujin.agent.health.HealthBook;
import org.jiujin.agent.outbox.Recorder;
import org.jiujin.agent.supervise.Supervisor;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.fleet.record.RecordBody;

/// Where the news of the enrolment goes: to the screen, into the book, into the records.
record EnrolmentNews(HealthBook book, Recorder recorder, Supervisor supervisor)
    implements EnrolmentWatch {
  @Override
  public void claimIs(LocalMessage.Claim claim) {
    supervisor.claim(claim);
  }

  @Override
  public void certificateEndsIn(int days) {
    book.put(Map.of(NodeMetric.FLEET_CERTIFICATE_DAYS_LEFT, MetricValue.of(days)));
  }

  @Override
  public void tell(RecordBody body) {
    recorder.add(body);
  }
}
