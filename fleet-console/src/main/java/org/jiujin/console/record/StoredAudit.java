package org.jiujin.console.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiujin.console.record.AuditView.Head;
import org.jiujin.console.record.AuditView.Trouble;
import org.jiujin.console.record.AuditView.What;
import org.jiujin.fleet.record.RecordBody.AuditHead;
import org.jiujin.fleet.record.TerminalRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps the heads in PostgreSQL, and what does not fit among them.
@Repository
class StoredAudit implements AuditBook {
  private static final Logger LOG = LoggerFactory.getLogger(StoredAudit.class);
  private static final int TROUBLES = 5;
  private static final Pattern CHAIN = Pattern.compile("[0-9a-f]{16}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final JdbcClient database;
  private final InstantSource clock;

  StoredAudit(JdbcClient database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Optional<AuditView> of(String terminal) {
    return database
        .sql("select chain, count, hash, at, unwritten from audit_chain where terminal_id = :id")
        .param("id", terminal)
        .query((row, _) -> new AuditView(head(row), row.getLong("unwritten"), troubles(terminal)))
        .optional();
  }

  @Override
  public List<Head> heads(String terminal, int limit) {
    return database
        .sql(
            """
            select chain, count, hash, at from audit_head where terminal_id = :id
            order by stored_at desc, count desc limit :limit
            """)
        .param("id", terminal)
        .param("limit", limit)
        .query((row, _) -> head(row))
        .list();
  }

  /// Takes a head that is told for the first time. Within the transaction that stores its record, and so from one thread per terminal
  /// at a time.
  void take(String terminal, TerminalRecord told, AuditHead head) {
    boolean none = head.count() == 0;
    if (!none && !(CHAIN.matcher(head.chain()).matches() && HASH.matcher(head.hash()).matches())) {
      LOG.warn("Terminal {} told a head that no chain has", terminal);
      return;
    }
    Optional<AuditView> before = of(terminal);
    if (none) {
      Head last = before.map(AuditView::head).orElse(new Head("", 0, "", told.at()));
      remember(terminal, last, head.unwritten());
      return;
    }
    before.map(AuditView::head).ifPresent(last -> compare(terminal, told, head, last));
    keep(terminal, told.at(), head);
    remember(
        terminal, new Head(head.chain(), head.count(), head.hash(), told.at()), head.unwritten());
  }

  private void compare(String terminal, TerminalRecord told, AuditHead head, Head last) {
    if (!last.chain().isEmpty() && !last.chain().equals(head.chain())) {
      trouble(terminal, told, What.REPLACED, head, last.count());
      return;
    }
    Optional<String> hash = hash(terminal, head);
    if (hash.isPresent() && !hash.get().equals(head.hash())) {
      trouble(terminal, told, What.DIFFERS, head, head.count());
    } else if (head.count() < last.count()) {
      trouble(terminal, told, What.FELL, head, last.count());
    }
  }

  private Optional<String> hash(String terminal, AuditHead head) {
    return database
        .sql(
            "select hash from audit_head where terminal_id = :id and chain = :chain and count = :count")
        .param("id", terminal)
        .param("chain", head.chain())
        .param("count", head.count())
        .query(String.class)
        .optional();
  }

  private void keep(String terminal, Instant at, AuditHead head) {
    database
        .sql(
            """
            insert into audit_head (terminal_id, chain, count, hash, at, stored_at)
            values (:id, :chain, :count, :hash, :at, :now) on conflict do nothing
            """)
        .param("id", terminal)
        .param("chain", head.chain())
        .param("count", head.count())
        .param("hash", head.hash())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private void remember(String terminal, Head head, long unwritten) {
    database
        .sql(
            """
            insert into audit_chain (terminal_id, chain, count, hash, at, unwritten)
            values (:id, :chain, :count, :hash, :at, :unwritten)
            on conflict (terminal_id) do update set chain = excluded.chain, count = excluded.count,
              hash = excluded.hash, at = excluded.at, unwritten = excluded.unwritten
            """)
        .param("id", terminal)
        .param("chain", head.chain())
        .param("count", head.count())
        .param("hash", head.hash())
        .param("at", head.at().atOffset(ZoneOffset.UTC))
        .param("unwritten", unwritten)
        .update();
  }

  /// A chain that was changed differs in all its heads from there on: one trouble stands for them.
  private void trouble(
      String terminal, TerminalRecord told, What what, AuditHead head, long before) {
    LOG.warn("The audit journal of terminal {}: {}", terminal, what);
    database
        .sql(
            """
            insert into audit_trouble (terminal_id, seq, at, what, chain, count, count_before, stored_at)
            select :id, :seq, :at, :what, :chain, :count, :before, :now
            where :what <> 'differs' or not exists (
              select 1 from audit_trouble where terminal_id = :id and what = :what and chain = :chain)
            on conflict do nothing
            """)
        .param("id", terminal)
        .param("seq", told.seq())
        .param("at", told.at().atOffset(ZoneOffset.UTC))
        .param("what", what.name().toLowerCase(Locale.ROOT))
        .param("chain", head.chain())
        .param("count", head.count())
        .param("before", before)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private List<Trouble> troubles(String terminal) {
    return database
        .sql(
            """
            select what, count, count_before, stored_at from audit_trouble where terminal_id = :id
            order by stored_at desc, seq desc limit :limit
            """)
        .param("id", terminal)
        .param("limit", TROUBLES)
        .query((row, _) ->
            new Trouble(
                What.valueOf(row.getString("what").toUpperCase(Locale.ROOT)),
                row.getLong("count"),
                row.getLong("count_before"),
                time(row, "stored_at")))
        .list();
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(
        row.getString("chain"), row.getLong("count"), row.getString("hash"), time(row, "at"));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
