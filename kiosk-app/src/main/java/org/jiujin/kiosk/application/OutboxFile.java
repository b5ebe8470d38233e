package org.jiujin.kiosk.application;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens `kiosk.db`: checks it, sets a damaged one aside, lifts its tables.
public final class OutboxFile {
  /// The file grows no further than this; thousands of applications.
  static final long LARGEST_BYTES = 512L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(OutboxFile.class);
  private static final Duration BUSY_LIMIT = Duration.ofSeconds(3);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
  private static final String[] PARTS = {"", "-wal", "-shm"};

  /// Numbers that a damaged file may have given today.
  private static final int SKIPPED_NUMBERS = 5000;

  private OutboxFile() {}

  /// Opens the outbox in a folder, and makes both if they are not there.
  ///
  /// @param sealer from [KeyFile]
  public static Opening open(Path folder, Sealer sealer, InstantSource time) {
    return open(folder, sealer, time, LARGEST_BYTES);
  }

  static Opening open(Path folder, Sealer sealer, InstantSource time, long largestBytes) {
    Path file = folder.resolve("kiosk.db");
    try {
      makeOwnerOnly(folder, file);
      Opening first = openOnce(file, sealer, time, largestBytes);
      if (first instanceof Opening.Failed(var fault) && fault == StoreFault.STORE_DAMAGED) {
        return openAfterSettingAside(folder, file, sealer, time, largestBytes);
      }
      return first;
    } catch (IOException | UnsupportedOperationException e) {
      LOG.error("The outbox cannot be opened in {}", folder, e);
      return new Opening.Failed(StoreFault.STORE_FAILED);
    }
  }

  private static void makeOwnerOnly(Path folder, Path file) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException _) {
      // opened before
    }
  }

  private static Opening openAfterSettingAside(
      Path folder, Path file, Sealer sealer, InstantSource time, long largestBytes)
      throws IOException {
    Path aside =
        file.resolveSibling(file.getFileName() + ".damaged-" + STAMP.format(time.instant()));
    for (String part : PARTS) {
      Path from = Path.of(file + part);
      if (Files.exists(from)) {
        Files.move(from, Path.of(aside + part), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    LOG.error(
        "{}: {} was damaged and is set aside as {}; applications in it were not sent and need a technician",
        StoreFault.STORE_DAMAGED,
        file,
        aside.getFileName());
    makeOwnerOnly(folder, file);
    Opening second = openOnce(file, sealer, time, largestBytes);
    if (second instanceof Opening.Ready(var outbox, _)) {
      return switch (outbox.skipNumbersOfToday(SKIPPED_NUMBERS)) {
        case StoreResult.Done<Boolean> _ -> new Opening.Ready(outbox, Optional.of(aside));
        case StoreResult.Failed<Boolean>(var fault) -> closed(outbox, fault);
      };
    }
    return second;
  }

  private static Opening closed(ApplicationOutbox outbox, StoreFault fault) {
    outbox.close();
    return new Opening.Failed(fault);
  }

  private static Opening openOnce(Path file, Sealer sealer, InstantSource time, long largestBytes) {
    try {
      Sqlite sqlite = Sqlite.open(file, BUSY_LIMIT, largestBytes);
      Optional<StoreFault> fault = check(sqlite);
      if (fault.isPresent()) {
        sqlite.close();
        return new Opening.Failed(fault.get());
      }
      var outbox = new ApplicationOutbox(sqlite, sealer, time);
      return switch (outbox.makeAllDue()) {
        case StoreResult.Done<Boolean> _ -> new Opening.Ready(outbox, Optional.empty());
        case StoreResult.Failed<Boolean>(var found) -> closed(outbox, found);
      };
    } catch (SQLException e) {
      return new Opening.Failed(Sqlite.faultOf(e));
    }
  }

  private static Optional<StoreFault> check(Sqlite sqlite) {
    try {
      if (!sqlite.isSound()) {
        return Optional.of(StoreFault.STORE_DAMAGED);
      }
    } catch (SQLException e) {
      return Optional.of(Sqlite.faultOf(e));
    }
    return switch (OutboxSchema.lift(sqlite)) {
      case StoreResult.Done<Boolean> _ -> Optional.empty();
      case StoreResult.Failed<Boolean>(var fault) -> Optional.of(fault);
    };
  }

  /// What opening the file gave.
  public sealed interface Opening {
    /// The outbox works.
    ///
    /// @param setAside where a damaged file was moved to, if there was one
    record Ready(ApplicationOutbox outbox, Optional<Path> setAside) implements Opening {}

    /// There is no outbox to work with: nothing may be filed.
    record Failed(StoreFault fault) implements Opening {}
  }
}
