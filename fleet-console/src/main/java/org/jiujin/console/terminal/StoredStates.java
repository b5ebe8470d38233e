package org.jiujin.console.terminal;

import java.time.Instant;
import org.jiujin.fleet.NodeMetric;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Writes the terminals' own rows in PostgreSQL. Everything here belongs into a transaction of the caller.
@Repository
class StoredStates {
  private final JdbcClient database;
  private final JsonMapper json;

  StoredStates(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /// The terminal is connected; what it said before no longer counts.
  void born(TerminalId id, int bdSeq, Instant now) {
    database
        .sql(
            """
            insert into terminal (id, county_group, first_born, alive, bd_seq)
            values (:id, :group, :now, true, :bdSeq)
            on conflict (id) do update set
              county_group = excluded.county_group,
              first_born = coalesce(terminal.first_born, excluded.first_born),
              alive = true, bd_seq = excluded.bd_seq, metrics = '{}'
            """)
        .param("id", id.name())
        .param("group", id.group())
        .param("now", Times.write(now))
        .param("bdSeq", bdSeq)
        .update();
  }

  void take(String terminal, Readings readings, Instant now) {
    database
        .sql(
            """
            update terminal set
              metrics = metrics || cast(:metrics as jsonb),
              app_state = coalesce(cast(:appState as text), app_state),
              app_version = coalesce(cast(:appVersion as text), app_version),
              outbox_depth = coalesce(cast(:outboxDepth as bigint), outbox_depth),
              last_heard = :now
            where id = :id
            """)
        .param("metrics", json.writeValueAsString(readings.values()))
        .param("appState", readings.text(NodeMetric.APP_STATE.wireName()))
        .param("appVersion", readings.text(NodeMetric.APP_VERSION.wireName()))
        .param("outboxDepth", readings.number(NodeMetric.APP_OUTBOX_DEPTH))
        .param("now", Times.write(now))
        .param("id", terminal)
        .update();
  }

  void died(String terminal) {
    database.sql("update terminal set alive = false where id = :id").param("id", terminal).update();
  }

  /// Two agents with its identity alternate.
  void cloned(String terminal, Instant now) {
    database
        .sql("update terminal set clone_at = :now where id = :id")
        .param("now", Times.write(now))
        .param("id", terminal)
        .update();
  }

  /// The facts that decide the state, and the state that they amounted to the last time.
  Facts facts(String terminal) {
    return database
        .sql("select * from terminal where id = :id for update")
        .param("id", terminal)
        .query((row, _) ->
            new Facts(
                row.getObject("first_born") != null,
                row.getBoolean("alive"),
                row.getString("app_state"),
                TerminalState.valueOf(row.getString("state"))))
        .single();
  }

  /// Stores a new state, and an entry of the history if operators should see one.
  void turn(String terminal, Facts facts, TerminalState after, Instant now) {
    boolean news = facts.before().differsForOperators(after);
    database
        .sql(
            """
            update terminal set state = :state,
              since = case when :news or since is null then cast(:now as timestamptz) else since end
            where id = :id
            """)
        .param("state", after.name())
        .param("news", news)
        .param("now", Times.write(now))
        .param("id", terminal)
        .update();
    if (news) {
      remember(terminal, facts, after, now);
    }
  }

  private void remember(String terminal, Facts facts, TerminalState after, Instant now) {
    database
        .sql(
            """
            insert into terminal_event (at, terminal_id, before, after, app_state)
            values (:now, :id, :before, :after, :appState)
            """)
        .param("now", Times.write(now))
        .param("id", terminal)
        .param("before", facts.before().name())
        .param("after", after.name())
        .param("appState", facts.appState())
        .update();
  }

  /// @param before the state as stored
  record Facts(boolean seen, boolean alive, String appState, TerminalState before) {}
}
