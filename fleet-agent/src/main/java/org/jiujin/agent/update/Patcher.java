package org.jiujin.agent.update;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Makes files from earlier ones.
interface Patcher {
  /// Makes a file from an earlier one and a patch, and flushes it.
  ///
  /// @param old null when the patch needs none
  /// @param fresh must not exist; worth nothing after a failure. Whether it is the right file, its hash says.
  /// @param length what it has in bytes
  /// @return whether it was made
  /// @throws IOException if no attempt could be made
  boolean apply(@Nullable Path old, Path patch, Path fresh, long length)
      throws IOException, InterruptedException;
}
