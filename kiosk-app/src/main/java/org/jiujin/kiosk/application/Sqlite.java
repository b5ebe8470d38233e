package org.jiujin.kiosk.application;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteException;

/// One connection to an SQLite file, used by one thread at a time. A write is on disk (fsync) when it returns.
final class Sqlite implements AutoCloseable {
  private static final int KIBIBYTE = 1024;

  private final ReentrantLock lock = new ReentrantLock();
  private final Connection connection;

  private Sqlite(Connection connection) {
    this.connection = connection;
  }

  /// Work within one transaction.
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /// @param busyLimit how long a write waits for another process
  /// @param largestBytes the file grows no further
  static Sqlite open(Path file, Duration busyLimit, long largestBytes) throws SQLException {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL); // in WAL: fsync at every commit
    config.setBusyTimeout((int) busyLimit.toMillis());
    config.enforceForeignKeys(true);
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    var sqlite = new Sqlite(connection);
    try {
      sqlite.pragma("secure_delete=ON"); // freed bytes are overwritten with zeros
      long pageBytes = sqlite.pragma("page_size");
      sqlite.pragma("max_page_count=" + Math.max(1, largestBytes / pageBytes));
      sqlite.pragma("wal_autocheckpoint=" + KIBIBYTE);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return sqlite;
  }

  /// Sets or asks a pragma; 0 if it answers no number.
  long pragma(String pragma) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("PRAGMA " + pragma)) {
      return answer.next() ? answer.getLong(1) : 0;
    }
  }

  /// Whether every page is as it should be.
  boolean isSound() throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("PRAGMA integrity_check(1)")) {
      return answer.next() && "ok".equals(answer.getString(1));
    }
  }

  /// Runs work in a transaction: all of it is on disk when this returns [StoreResult.Done], or none of it.
  <T> StoreResult<T> write(Work<T> work) {
    lock.lock();
    try {
      return new StoreResult.Done<>(inTransaction(work));
    } catch (SQLException e) {
      return new StoreResult.Failed<>(faultOf(e));
    } finally {
      lock.unlock();
    }
  }

  /// BEGIN and COMMIT by hand: the driver's own commit() begins the next transaction at once, and when that fails it
  /// looks as if the commit had.
  private <T> T inTransaction(Work<T> work) throws SQLException {
    execute("BEGIN IMMEDIATE"); // takes the write lock now, so that two processes cannot deadlock
    boolean committed = false;
    try {
      T value = work.run(connection);
      execute("COMMIT");
      committed = true;
      return value;
    } finally {
      if (!committed) {
        rollBack();
      }
    }
  }

  private void rollBack() {
    try {
      execute("ROLLBACK");
    } catch (SQLException _) {
      // on a full disk SQLite has rolled back by itself; the failure before this one is the one to
      // tell
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// Runs a question.
  <T> StoreResult<T> read(Work<T> work) {
    lock.lock();
    try {
      return new StoreResult.Done<>(work.run(connection));
    } catch (SQLException e) {
      return new StoreResult.Failed<>(faultOf(e));
    } finally {
      lock.unlock();
    }
  }

  /// Moves the write-ahead log into the file and empties it, so that wiped bytes are not left in it. Does nothing if
  /// another process reads just now; the next call makes up for it.
  void emptyLog() {
    var _ = read(_ -> pragma("wal_checkpoint(TRUNCATE)"));
  }

  /// The fault behind a failure of SQLite.
  static StoreFault faultOf(SQLException e) {
    if (!(e instanceof SQLiteException failure)) {
      return StoreFault.STORE_FAILED;
    }
    return switch (failure.getResultCode()) {
      case SQLITE_FULL -> StoreFault.DISK_FULL;
      case SQLITE_BUSY, SQLITE_BUSY_RECOVERY, SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED ->
          StoreFault.STORE_BUSY;
      case SQLITE_CORRUPT, SQLITE_CORRUPT_INDEX, SQLITE_NOTADB -> StoreFault.STORE_DAMAGED;
      default -> StoreFault.STORE_FAILED;
    };
  }

  @Override
  public void close() {
    lock.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("The store cannot be closed", e);
    } finally {
      lock.unlock();
    }
  }
}
