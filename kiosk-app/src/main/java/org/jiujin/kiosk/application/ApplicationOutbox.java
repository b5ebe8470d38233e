package org.jiujin.kiosk.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The durable outbox: `kiosk.db`, an SQLite file. What is stored survives SIGKILL and a power cut; everything personal
/// is sealed before it is written and wiped when the platform has acknowledged. Thread-safe; several processes may use
/// one file.
///
/// ```
/// pending --acknowledged by the platform--> acknowledged (payload wiped, case number kept)
///    |  \--refused by the platform--------> refused      (payload kept sealed unless the resident was told at once)
///    +------seal cannot be opened---------> blocked      (pending again at the next start)
/// ```
public final class ApplicationOutbox implements AutoCloseable {
  /// How long the sender leaves a fresh row to whoever stored it.
  static final Duration LEASE = Duration.ofSeconds(15);

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Sqlite sqlite;
  private final Sealer sealer;
  private final InstantSource time;
  private final List<Runnable> depthWatchers = new CopyOnWriteArrayList<>();
  private volatile int depth;

  ApplicationOutbox(Sqlite sqlite, Sealer sealer, InstantSource time) {
    this.sqlite = sqlite;
    this.sealer = sealer;
    this.time = time;
    countDepth();
  }

  /// Takes the next local number of today (China time). Durable: no number is given twice, some may be given up.
  public StoreResult<LocalNumber> nextLocalNumber(String terminal) {
    LocalNumber.requireTerminal(terminal);
    LocalDate today = LocalDate.ofInstant(time.instant(), CHINA);
    StoreResult<Integer> taken = sqlite.write(connection -> nextSequence(connection, today));
    return switch (taken) {
      case StoreResult.Done<Integer>(var sequence) when sequence > LocalNumber.LAST_SEQUENCE ->
          new StoreResult.Failed<>(StoreFault.NUMBERS_EXHAUSTED);
      case StoreResult.Done<Integer>(var sequence) ->
          new StoreResult.Done<>(LocalNumber.of(terminal, today, sequence));
      case StoreResult.Failed<Integer>(var fault) -> new StoreResult.Failed<>(fault);
    };
  }

  /// Stores an application. When this returns [StoreResult.Done], it is on disk.
  ///
  /// @return the row's id
  public StoreResult<String> store(Application application) {
    return store(OutboxRow.Kind.APPLICATION, application.localNumber(), application.json());
  }

  /// Stores a rating. When this returns [StoreResult.Done], it is on disk.
  ///
  /// @return the row's id
  public StoreResult<String> store(Rating rating) {
    return store(OutboxRow.Kind.RATING, rating.localNumber(), rating.json());
  }

  /// How many rows still have to be sent. Never blocks.
  public int depth() {
    return depth;
  }

  /// Tells of every change of the depth, on the thread that changed it; the watcher must return quickly.
  ///
  /// @return stops telling
  public Runnable watchDepth(Runnable watcher) {
    depthWatchers.add(watcher);
    return () -> depthWatchers.remove(watcher);
  }

  /// How many rows need a person: refused after the resident had gone, or sealed with a key that is not here.
  public StoreResult<Integer> stranded() {
    return sqlite.read(connection ->
        count(connection, "state = 'blocked' OR (state = 'refused' AND sealed IS NOT NULL)"));
  }

  /// The 办件编号 that the platform gave, if it has.
  public StoreResult<Optional<String>> caseNumberOf(LocalNumber localNumber) {
    return sqlite.read(connection -> {
      try (var query =
          connection.prepareStatement(
              "SELECT case_number FROM outbox WHERE kind = 'application' AND local_number = ?")) {
        query.setString(1, localNumber.value());
        try (var row = query.executeQuery()) {
          return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.<String>empty();
        }
      }
    });
  }

  /// Frees the file. Later calls fail with [StoreFault#STORE_FAILED].
  @Override
  public void close() {
    sqlite.close();
  }

  /// The next row to send: one sent in vain goes behind those that were not, and a rating waits for its application.
  StoreResult<Optional<OutboxRow>> nextDue() {
    return rows(
        "WHERE state = 'pending' AND not_before <= ? AND (kind = 'application' OR NOT EXISTS (SELECT 1 FROM outbox"
            + " AS filed WHERE filed.kind = 'application' AND filed.local_number = outbox.local_number AND"
            + " filed.state = 'pending')) ORDER BY attempts, seq LIMIT 1",
        query -> query.setLong(1, time.millis()));
  }

  /// One pending row, leased or not.
  StoreResult<Optional<OutboxRow>> pending(String id) {
    return rows("WHERE state = 'pending' AND id = ?", query -> query.setString(1, id));
  }

  Sealer.Unsealed open(OutboxRow row) {
    return sealer.open(row.sealed(), row.context());
  }

  /// The platform has it: keeps the case number, wipes the rest.
  StoreResult<Boolean> acknowledge(String id, String caseNumber) {
    return end(id, "acknowledged", caseNumber, null, true);
  }

  /// The platform will not take it.
  ///
  /// @param wipe whether nobody needs the payload any more, because the resident is told at once
  StoreResult<Boolean> refuse(String id, String code, boolean wipe) {
    return end(id, "refused", null, code, wipe);
  }

  /// Its seal does not open; it stays as it is until the next start.
  StoreResult<Boolean> block(String id, StoreFault fault) {
    return end(id, "blocked", null, fault.name(), false);
  }

  /// It was sent in vain: frees it for the sender.
  StoreResult<Boolean> postpone(String id, String cause) {
    return update(
        "UPDATE outbox SET attempts = attempts + 1, not_before = ?, cause = ? WHERE id = ? AND state = 'pending'",
        change -> {
          change.setLong(1, time.millis());
          change.setString(2, cause);
          change.setString(3, id);
        });
  }

  /// At a start nobody holds a lease, and a key may be back: everything unsent is due.
  StoreResult<Boolean> makeAllDue() {
    return update(
        "UPDATE outbox SET not_before = 0, state = 'pending' WHERE state IN ('pending', 'blocked')",
        _ -> {});
  }

  /// After a damaged file was set aside the numbers given today are not known: goes on far above them.
  StoreResult<Boolean> skipNumbersOfToday(int last) {
    return update(
        "INSERT INTO sequence VALUES (?, ?) ON CONFLICT DO NOTHING",
        change -> {
          change.setString(1, LocalDate.ofInstant(time.instant(), CHINA).toString());
          change.setInt(2, last);
        });
  }

  private StoreResult<String> store(OutboxRow.Kind kind, LocalNumber localNumber, byte[] plain) {
    String id = UUID.randomUUID().toString();
    Sealer.Sealed sealed = sealer.seal(plain, OutboxRow.context(id, kind, localNumber.value()));
    Arrays.fill(plain, (byte) 0);
    Instant now = time.instant();
    return update(
            "INSERT INTO outbox (id, kind, local_number, state, algorithm, key_id, nonce, sealed, not_before,"
                + " stored_at) VALUES (?, ?, ?, 'pending', ?, ?, ?, ?, ?, ?)",
            row -> {
              row.setString(1, id);
              row.setString(2, kind.column());
              row.setString(3, localNumber.value());
              row.setString(4, sealed.algorithm().name());
              row.setString(5, sealed.keyId());
              row.setBytes(6, sealed.nonce());
              row.setBytes(7, sealed.bytes());
              row.setLong(8, now.plus(LEASE).toEpochMilli());
              row.setLong(9, now.toEpochMilli());
            })
        .map(_ -> id);
  }

  private StoreResult<Boolean> end(
      String id, String state, @Nullable String caseNumber, @Nullable String cause, boolean wipe) {
    StoreResult<Boolean> ended =
        update(
            "UPDATE outbox SET state = ?, case_number = ?, cause = ?, ended_at = ?"
                + (wipe ? ", nonce = NULL, sealed = NULL" : "")
                + " WHERE id = ? AND state = 'pending'",
            change -> {
              change.setString(1, state);
              change.setString(2, caseNumber);
              change.setString(3, cause);
              change.setLong(4, time.millis());
              change.setString(5, id);
            });
    if (wipe) {
      sqlite.emptyLog();
    }
    return ended;
  }

  private interface Parameters {
    void set(PreparedStatement statement) throws SQLException;
  }

  private StoreResult<Boolean> update(String sql, Parameters parameters) {
    StoreResult<Boolean> done =
        sqlite.write(connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            return statement.executeUpdate() > 0;
          }
        });
    countDepth();
    return done;
  }

  private StoreResult<Optional<OutboxRow>> rows(String where, Parameters parameters) {
    return sqlite.read(connection -> {
      try (var query = connection.prepareStatement("SELECT * FROM outbox " + where)) {
        parameters.set(query);
        try (var row = query.executeQuery()) {
          return row.next() ? Optional.of(OutboxRow.of(row)) : Optional.<OutboxRow>empty();
        }
      }
    });
  }

  private void countDepth() {
    if (sqlite.read(connection -> count(connection, "state = 'pending'"))
        instanceof StoreResult.Done<Integer>(var counted)) {
      boolean changed = depth != counted;
      depth = counted;
      if (changed) {
        depthWatchers.forEach(Runnable::run);
      }
    }
  }

  private static int count(Connection connection, String where) throws SQLException {
    try (var statement = connection.createStatement();
        var answer = statement.executeQuery("SELECT COUNT(*) FROM outbox WHERE " + where)) {
      return answer.getInt(1);
    }
  }

  private static int nextSequence(Connection connection, LocalDate day) throws SQLException {
    try (var take =
        connection.prepareStatement(
            "INSERT INTO sequence VALUES (?, 1) ON CONFLICT (day) DO UPDATE SET last = last + 1 RETURNING last")) {
      take.setString(1, day.toString());
      try (var answer = take.executeQuery()) {
        return answer.getInt(1);
      }
    }
  }
}
