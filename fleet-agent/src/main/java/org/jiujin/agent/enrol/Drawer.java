package org.jiujin.agent.enrol;

import java.io.IOException;
import java.util.Optional;

/// The few things that are done to the folder with key and certificate, each of which a power cut may follow.
interface Drawer {
  /// A whole file; empty if there is none.
  Optional<String> read(String name) throws IOException;

  /// Writes a file that only its owner may read, in place of an older one, and returns when the text is on the medium.
  ///
  /// @throws IOException if it failed; any part of the text may have been written
  void write(String name, String text) throws IOException;

  /// Gives a file another's name, in whose place it then is. Never half: after a power cut one of the two has it.
  void rename(String from, String to) throws IOException;

  /// Removes a file, if it is there.
  void delete(String name) throws IOException;

  /// Returns when all names are on the medium.
  void force() throws IOException;
}
