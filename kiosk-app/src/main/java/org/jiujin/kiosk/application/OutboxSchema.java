package org.jiujin.kiosk.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/// Brings the tables of `kiosk.db` to this program's version, counted by SQLite's `user_version`.
final class OutboxSchema {
  /// The version that this program writes.
  static final int VERSION = 1;

  private OutboxSchema() {}

  /// Makes or lifts the tables.
  ///
  /// @return [StoreFault#STORE_NEWER] if a newer program wrote the file; then nothing is changed
  static StoreResult<Boolean> lift(Sqlite sqlite) {
    StoreResult<Integer> version = sqlite.write(OutboxSchema::liftFrom);
    return switch (version) {
      case StoreResult.Done<Integer>(var found) when found > VERSION ->
          new StoreResult.Failed<>(StoreFault.STORE_NEWER);
      case StoreResult.Done<Integer> _ -> new StoreResult.Done<>(true);
      case StoreResult.Failed<Integer>(var fault) -> new StoreResult.Failed<>(fault);
    };
  }

  private static int liftFrom(Connection connection) throws SQLException {
    int found = version(connection);
    for (int next = found + 1; next <= VERSION; next++) {
      try (var statement = connection.createStatement()) {
        for (String sql : script(next).split(";\n", -1)) {
          if (!sql.isBlank()) {
            statement.execute(sql);
          }
        }
        statement.execute("PRAGMA user_version=" + next);
      }
    }
    return found;
  }

  private static int version(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var answer = statement.executeQuery("PRAGMA user_version")) {
      return answer.getInt(1);
    }
  }

  private static String script(int version) {
    try (var stream = OutboxSchema.class.getResourceAsStream("outbox-" + version + ".sql")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
