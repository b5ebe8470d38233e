package org.jiujin.update.trust.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// A repository in a folder: on a stick, or beside the program that serves it.
///
/// A name that would lead out of the folder, or that a file cannot have, is not there.
///
/// @param folder its root
public record FolderSource(Path folder) implements RepositorySource {
  private static final int PIECE = 8192;

  @Override
  public boolean fetch(RepositoryPath path, long most, OutputStream to)
      throws FetchFailed, IOException {
    Path file = folder;
    for (String name : path.names()) {
      if (!isName(name)) {
        return false;
      }
      file = resolved(file, name);
    }
    if (file.equals(folder) || !Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = open(file, path)) {
      copy(in, path, most, to);
      return true;
    }
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && !name.equals(".")
        && !name.equals("..")
        && name.indexOf('/') < 0
        && name.indexOf('\0') < 0;
  }

  private static Path resolved(Path folder, String name) {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      return folder; // no file system could hold it
    }
  }

  private static InputStream open(Path file, RepositoryPath path) throws FetchFailed {
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static void copy(InputStream in, RepositoryPath path, long most, OutputStream to)
      throws FetchFailed, IOException {
    var piece = new byte[PIECE];
    long left = most;
    int length = read(in, piece, path);
    while (length > 0) {
      left -= length;
      if (left < 0) {
        throw new FetchFailed(
            FetchFailed.Kind.TOO_LONG, "%s is longer than %d bytes".formatted(path, most));
      }
      to.write(piece, 0, length);
      length = read(in, piece, path);
    }
  }

  private static int read(InputStream in, byte[] piece, RepositoryPath path) throws FetchFailed {
    try {
      return in.read(piece);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static FetchFailed unreadable(RepositoryPath path, IOException e) {
    return new FetchFailed(
        FetchFailed.Kind.UNREACHABLE, "%s cannot be read: %s".formatted(path, e.getMessage()), e);
  }
}
