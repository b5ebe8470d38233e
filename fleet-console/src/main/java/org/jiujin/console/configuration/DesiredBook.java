package org.jiujin.console.configuration;

import com.google.protobuf.ByteString;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiujin.console.terminal.TerminalId;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.configuration.Configuration;
import org.jiujin.fleet.configuration.ConfigurationCodec;
import org.jiujin.fleet.configuration.Effective;
import org.jiujin.fleet.configuration.Layer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Remembers in PostgreSQL what is wanted of each terminal, so that versions only grow.
@Repository
class DesiredBook {
  private final JdbcClient database;
  private final InstantSource clock;

  DesiredBook(JdbcClient database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// What is wanted of a terminal.
  Optional<Desired> find(String terminal) {
    return database
        .sql("select document, digest, outcome from terminal_configuration where terminal_id = :id")
        .param("id", terminal)
        .query((row, _) -> desired(row))
        .optional();
  }

  /// Version and digest of what is wanted, by the terminal's name.
  Map<String, Configurations.Wanted> all() {
    return database
        .sql("select terminal_id, version, digest from terminal_configuration")
        .query((row, _) ->
            Map.entry(
                row.getString("terminal_id"),
                new Configurations.Wanted(row.getLong("version"), row.getString("digest"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Wants this of a terminal: a new version if it is anything else than before, or if the terminal already has something else under
  /// this version or a later one, as after the loss of this database.
  ///
  /// @param reportedVersion what the terminal says it has
  /// @return empty when nothing is wanted and nothing ever was
  Optional<Desired> want(
      TerminalId id, List<Layer> layers, long reportedVersion, String reportedDigest) {
    Optional<Desired> before = find(id.name());
    Effective effective = Effective.of(layers);
    if (before.isEmpty() && effective.settings().isEmpty() && reportedVersion == 0) {
      return Optional.empty();
    }
    boolean same =
        before
            .filter(desired -> desired.configuration().effective().equals(effective))
            .filter(desired -> desired.configuration().group().equals(id.group()))
            .filter(desired ->
                desired.version() > reportedVersion
                    || desired.isReported(reportedVersion, reportedDigest))
            .isPresent();
    if (same) {
      return before;
    }
    long version = Math.max(before.map(Desired::version).orElse(0L), reportedVersion) + 1;
    return Optional.of(write(id, version, layers));
  }

  /// The same again under a later version: the terminal had this one, or refuses it as too old.
  Desired renumber(Desired desired) {
    Configuration was = desired.configuration();
    return write(new TerminalId(was.group(), was.terminal()), was.version() + 1, was.layers());
  }

  /// How the sending of a version went; nothing when another one is wanted by now.
  void told(String terminal, long version, String outcome) {
    database
        .sql(
            """
            update terminal_configuration set outcome = :outcome, outcome_at = :now
            where terminal_id = :id and version = :version
            """)
        .param("id", terminal)
        .param("version", version)
        .param("outcome", outcome)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private Desired write(TerminalId id, long version, List<Layer> layers) {
    Instant now = clock.instant();
    var configuration = new Configuration(id.group(), id.name(), version, now, layers);
    var desired = new Desired(configuration, configuration.effective().digest(), "");
    database
        .sql(
            """
            insert into terminal_configuration (terminal_id, version, digest, document, issued_at)
            values (:id, :version, :digest, :document, :now)
            on conflict (terminal_id) do update set
              version = excluded.version, digest = excluded.digest, document = excluded.document,
              issued_at = excluded.issued_at, outcome = '', outcome_at = null
            """)
        .param("id", id.name())
        .param("version", version)
        .param("digest", desired.digest())
        .param("document", ConfigurationCodec.encode(configuration).toByteArray())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    return desired;
  }

  private static Desired desired(ResultSet row) throws SQLException {
    try {
      return new Desired(
          ConfigurationCodec.decode(ByteString.copyFrom(row.getBytes("document"))),
          row.getString("digest"),
          row.getString("outcome"));
    } catch (MalformedMessageException e) {
      throw new IllegalStateException("the database holds what this console did not write", e);
    }
  }
}
