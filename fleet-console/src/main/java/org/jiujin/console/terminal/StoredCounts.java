package org.jiujin.console.terminal;

import java.time.LocalDate;
import org.jiujin.fleet.NodeMetric;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The counts per terminal and day in PostgreSQL. A terminal reports totals of its day, so the last report stands.
@Repository
class StoredCounts {
  private final JdbcClient database;

  StoredCounts(JdbcClient database) {
    this.database = database;
  }

  /// Takes the counts among the readings; does nothing if there are none.
  void take(String terminal, LocalDate day, Readings readings) {
    Long sessions = readings.number(NodeMetric.APP_SESSIONS_TODAY);
    Long done = readings.number(NodeMetric.BUSINESS_DONE_TODAY);
    Long stored = readings.number(NodeMetric.BUSINESS_STORED_TODAY);
    Long failed = readings.number(NodeMetric.BUSINESS_FAILED_TODAY);
    if (sessions != null || done != null || stored != null || failed != null) {
      save(terminal, day, sessions, done, stored, failed);
    }
  }

  /// Takes these counts in the place of those that were known.
  void replace(String terminal, LocalDate day, Counts told) {
    save(terminal, day, told.sessions(), told.done(), told.stored(), told.failed());
  }

  private void save(
      String terminal,
      LocalDate day,
      @Nullable Long sessions,
      @Nullable Long done,
      @Nullable Long stored,
      @Nullable Long failed) {
    database
        .sql(
            """
            merge into daily_count as kept
            using (select cast(:terminal as text) as terminal_id, cast(:day as date) as day,
                cast(:sessions as bigint) as sessions, cast(:done as bigint) as done,
                cast(:stored as bigint) as stored, cast(:failed as bigint) as failed) as new
            on kept.terminal_id = new.terminal_id and kept.day = new.day
            when matched then update set
              sessions = coalesce(new.sessions, kept.sessions), done = coalesce(new.done, kept.done),
              stored = coalesce(new.stored, kept.stored), failed = coalesce(new.failed, kept.failed)
            when not matched then insert (terminal_id, day, sessions, done, stored, failed)
              values (new.terminal_id, new.day, coalesce(new.sessions, 0), coalesce(new.done, 0),
                coalesce(new.stored, 0), coalesce(new.failed, 0))
            """)
        .param("terminal", terminal)
        .param("day", day)
        .param("sessions", sessions)
        .param("done", done)
        .param("stored", stored)
        .param("failed", failed)
        .update();
  }
}
