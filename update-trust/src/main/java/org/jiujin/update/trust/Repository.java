package org.jiujin.update.trust;

import java.util.Optional;
import org.jiujin.update.trust.metadata.MetaFile;
import org.jiujin.update.trust.source.FetchFailed;
import org.jiujin.update.trust.source.RepositoryPath;
import org.jiujin.update.trust.source.RepositorySource;

/// The metadata files of the repository by their names (TUF specification, 5.3 to 5.6 and 6.2).
record Repository(RepositorySource source) {
  /// A root by its version; empty when there is none yet.
  Optional<byte[]> root(long version, int most) throws UpdateRefused {
    return fetch(version + ".root.json", most);
  }

  byte[] timestamp(int most) throws UpdateRefused {
    return need("timestamp.json", most);
  }

  /// A file that is told by another.
  ///
  /// @param most the limit, whatever the other says
  byte[] told(String role, MetaFile told, boolean consistent, int most) throws UpdateRefused {
    long length = told.length().orElse(most);
    if (length > most) {
      throw new UpdateRefused(
          Refusal.TOO_LONG,
          "%s is told to have %d bytes, %d are allowed".formatted(role, length, most));
    }
    String file = role + ".json";
    byte[] bytes = need(consistent ? told.version() + "." + file : file, (int) length);
    Checks.same(role, told, bytes);
    return bytes;
  }

  private byte[] need(String file, int most) throws UpdateRefused {
    return fetch(file, most)
        .orElseThrow(() -> new UpdateRefused(Refusal.MISSING, "the repository has no " + file));
  }

  private Optional<byte[]> fetch(String file, int most) throws UpdateRefused {
    try {
      return source.fetch(RepositoryPath.file(file), most);
    } catch (FetchFailed e) {
      throw refused(e);
    }
  }

  static UpdateRefused refused(FetchFailed failed) {
    Refusal reason =
        switch (failed.kind()) {
          case TOO_LONG -> Refusal.TOO_LONG;
          case TOO_SLOW -> Refusal.TOO_SLOW;
          case UNREACHABLE -> Refusal.UNREACHABLE;
        };
    return new UpdateRefused(reason, failed.getMessage(), failed);
  }
}
