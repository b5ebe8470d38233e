package org.jiujin.kiosk.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/// One pending row. What is personal in it is sealed.
///
/// @param id chosen once; the idempotency key too
/// @param attempts how often it was sent in vain
record OutboxRow(String id, Kind kind, String localNumber, int attempts, Sealer.Sealed sealed) {
  /// What the sealed bytes are.
  enum Kind {
    APPLICATION,
    RATING;

    String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What the seal is bound to.
  String context() {
    return context(id, kind, localNumber);
  }

  static String context(String id, Kind kind, String localNumber) {
    return id + '|' + kind.column() + '|' + localNumber;
  }

  static OutboxRow of(ResultSet row) throws SQLException {
    return new OutboxRow(
        row.getString("id"),
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("local_number"),
        row.getInt("attempts"),
        new Sealer.Sealed(
            SealingAlgorithm.valueOf(row.getString("algorithm")),
            row.getString("key_id"),
            row.getBytes("nonce"),
            row.getBytes("sealed")));
  }
}
