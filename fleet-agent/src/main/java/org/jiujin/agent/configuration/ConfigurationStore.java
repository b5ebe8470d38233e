package org.jiujin.agent.configuration;

import java.io.IOException;
import java.util.Optional;

/// Where documents are kept, one under each name.
interface ConfigurationStore {
  /// What is, or shall be, in force.
  String CURRENT = "current";

  /// What proved itself last.
  String LAST_GOOD = "last-good";

  /// What did not prove itself.
  String GIVEN_UP = "given-up";

  /// How often the agent began with a current one on trial.
  String STARTS = "starts";

  /// What was written last under a name; empty when nothing ever was.
  Optional<byte[]> read(String name) throws IOException;

  /// Replaces what was written under a name. When it returns, the bytes survive a loss of power; when it throws or never returns,
  /// the old ones or the new ones do, whole.
  void write(String name, byte[] bytes) throws IOException;
}
