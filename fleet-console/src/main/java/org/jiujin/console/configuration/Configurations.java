package org.jiujin.console.configuration;

import java.util.List;
import java.util.Optional;

/// What the console wants of its terminals. From any thread.
public interface Configurations {
  /// What is wanted of the terminal of this name; empty when its own files count alone.
  Optional<Desired> of(String terminal);

  /// What is wrong with the files; while it is, the last good reading counts. Empty when all is well.
  List<String> complaints();
}
