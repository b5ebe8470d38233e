package org.jiujin.agent.outbox;

import java.io.IOException;
import java.util.List;

/// The few things that the outbox does to its folder, each of which a power cut may follow.
interface Disk {
  /// The names of the files.
  List<String> names() throws IOException;

  /// A whole file, or its first `most` bytes.
  byte[] read(String name, int most) throws IOException;

  /// Writes at the end of a file, which is made if missing, and returns when the bytes are on the medium. The file's name may
  /// not be yet: see [#force].
  ///
  /// @throws IOException if it failed; any part of the bytes may have been written
  void append(String name, byte[] bytes) throws IOException;

  /// Shortens a file.
  void cut(String name, long length) throws IOException;

  /// Gives a file another's name, in whose place it then is. Never half: after a power cut one of the two has it.
  void rename(String from, String to) throws IOException;

  /// Removes a file, if it is there. May be undone by a power cut until [#force].
  void delete(String name) throws IOException;

  /// Returns when all names are on the medium.
  void force() throws IOException;
}
