package org.jiujin.console.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiujin.console.terminal.Counts;
import org.jiujin.console.terminal.TerminalChanged;
import org.jiujin.console.terminal.TerminalId;
import org.jiujin.console.terminal.TerminalRegister;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.record.TerminalRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the records in PostgreSQL.
@Repository
class StoredRecords implements RecordBook {
  private final JdbcClient database;
  private final TerminalRegister register;
  private final StoredAudit audit;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;
  private final JsonMapper json;

  StoredRecords(
      JdbcClient database,
      TerminalRegister register,
      StoredAudit audit,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      InstantSource clock,
      JsonMapper json) {
    this.database = database;
    this.register = register;
    this.audit = audit;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
    this.json = json;
  }

  @Override
  public void store(TerminalId id, List<TerminalRecord> records) {
    transaction.executeWithoutResult(_ -> records.forEach(one -> store(id, one)));
    events.publishEvent(new TerminalChanged(id.name()));
  }

  @Override
  public List<TerminalRecord> latestAlarms(String name, int limit) {
    return database
        .sql(
            """
            select seq, at, kind, facts from terminal_record
            where terminal_id = :id
              and kind not in ('day-counted', 'audit-head', 'agent-started', 'agent-stopped')
            order by seq desc, at desc limit :limit
            """)
        .param("id", name)
        .param("limit", limit)
        .query((row, _) -> read(row))
        .list();
  }

  private void store(TerminalId id, TerminalRecord one) {
    int stored =
        database
            .sql(
                """
                insert into terminal_record (terminal_id, seq, at, kind, facts, stored_at)
                values (:id, :seq, :at, :kind, cast(:facts as jsonb), :now)
                on conflict do nothing
                """)
            .param("id", id.name())
            .param("seq", one.seq())
            .param("at", one.at().atOffset(ZoneOffset.UTC))
            .param("kind", printable(one.body().kind()))
            .param("facts", json.writeValueAsString(printable(one.body().facts())))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (stored > 0 && one.body() instanceof RecordBody.AuditHead head) {
      audit.take(id.name(), one, head);
    }
    if (stored > 0 && one.body() instanceof RecordBody.DayCounted day) {
      register.dayCounted(
          id, day.day(), new Counts(day.sessions(), day.done(), day.stored(), day.failed(), 0));
    }
  }

  private TerminalRecord read(ResultSet row) throws SQLException {
    Map<String, String> facts =
        json.readValue(row.getString("facts"), new TypeReference<Map<String, String>>() {});
    return new TerminalRecord(
        row.getLong("seq"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        RecordBody.of(row.getString("kind"), facts));
  }

  private static Map<String, String> printable(Map<String, String> facts) {
    Map<String, String> clean = new HashMap<>();
    facts.forEach((name, value) -> clean.put(printable(name), printable(value)));
    return clean;
  }

  /// PostgreSQL takes no zero in a text, and operators read no controls.
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ");
  }
}
