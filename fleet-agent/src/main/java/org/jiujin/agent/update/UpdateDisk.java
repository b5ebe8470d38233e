package org.jiujin.agent.update;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/// The few things that updates do to the file system, each of which a power cut may follow.
///
/// What was written is on the medium after [#flush] of the file, a name after [#flush] of its folder.
interface UpdateDisk {
  /// The names in a folder; none when there is no such folder.
  List<String> names(Path folder) throws IOException;

  /// The length of a file in bytes; -1 when there is no such file.
  long length(Path file) throws IOException;

  /// Opens a file.
  InputStream read(Path file) throws IOException;

  /// Makes a folder and those above it.
  void makeFolder(Path folder) throws IOException;

  /// Opens a file to write at its end; makes it if missing.
  OutputStream append(Path file) throws IOException;

  /// Lets its owner run a file.
  void makeExecutable(Path file) throws IOException;

  /// Gives a file or folder another name, in one step. What had that name, if it was a file, is gone.
  void move(Path from, Path to) throws IOException;

  /// Removes a file, or a folder with all that is in it, if it is there.
  void delete(Path path) throws IOException;

  /// Returns when a file's bytes, or a folder's names, are on the medium.
  void flush(Path path) throws IOException;

  /// How many bytes there is room for.
  long free() throws IOException;
}
