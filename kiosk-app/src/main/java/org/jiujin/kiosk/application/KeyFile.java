package org.jiujin.kiosk.application;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

/// The root key of the terminal in a file of its own, outside the database: 64 hexadecimal digits, readable by its owner
/// only. POSIX file systems only.
public final class KeyFile {
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(OWNER);

  private KeyFile() {}

  /// Reads the key, or makes one if there is no file.
  ///
  /// @param file where it is; its folder is made if it is not there
  /// @param algorithm what new rows are sealed with
  public static Opening open(Path file, SealingAlgorithm algorithm) {
    try {
      if (Files.notExists(file)) {
        create(file);
      }
      return read(file, algorithm);
    } catch (NoSuchFileException e) {
      return failed(StoreFault.KEY_FAILED, "The key file %s cannot be reached", e.getFile());
    } catch (IOException e) {
      return failed(
          StoreFault.KEY_FAILED,
          "The key file %s cannot be used: " + e.getClass().getSimpleName(),
          file);
    }
  }

  private static Opening read(Path file, SealingAlgorithm algorithm) throws IOException {
    var permissions = Files.getPosixFilePermissions(file);
    if (!OWNER.containsAll(permissions)) {
      return failed(
          StoreFault.KEY_EXPOSED,
          "Others than its owner may use the key file %s. If nobody read it: chmod 600, then start again",
          file);
    }
    String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
    if (!text.matches("[0-9a-f]{64}")) {
      return failed(
          StoreFault.KEY_BROKEN, "The key file %s does not hold 64 hexadecimal digits", file);
    }
    return new Opening.Ready(
        new TerminalKeys(new RootKey(HexFormat.of().parseHex(text)), algorithm));
  }

  /// Writes a whole file under another name and links it into place, which fails if a second process was first.
  private static void create(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new NoSuchFileException(file.toString());
    }
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path draft = folder.resolve(".key-" + UUID.randomUUID());
    String text = HexFormat.of().formatHex(RootKey.random(new SecureRandom()).secret());
    try {
      try (var channel =
          FileChannel.open(
              draft,
              EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              OWNER_ONLY)) {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        channel.force(true);
      }
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException _) {
      // the other process's key is as good
    } finally {
      Files.deleteIfExists(draft);
    }
    try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  private static Opening failed(StoreFault fault, String message, Object file) {
    return new Opening.Failed(fault, message.formatted(file));
  }

  /// What opening the key file gave.
  public sealed interface Opening {
    /// The key is there.
    record Ready(TerminalKeys keys) implements Opening {}

    /// There is no key to work with.
    ///
    /// @param message plain English for the log: what is wrong and what to do
    record Failed(StoreFault fault, String message) implements Opening {}
  }
}
