package org.jiujin.kiosk.audit;

import java.io.IOException;
import java.nio.file.Path;

/// Where journal files are written.
@FunctionalInterface
interface Medium {
  /// Cuts a file to this length and writes bytes behind it; both are on the medium when it returns. After a failure the same call may
  /// be made again.
  ///
  /// @param file made if it is not there; its folder must exist
  /// @param length in bytes, of what is good in the file
  void append(Path file, long length, byte[] bytes) throws IOException;
}
