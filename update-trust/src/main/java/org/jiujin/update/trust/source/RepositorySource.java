package org.jiujin.update.trust.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Where files of a repository come from: a web server, a mirror, a stick. It is not trusted.
public interface RepositorySource {
  /// Copies one file.
  ///
  /// @param most how many bytes at most are taken
  /// @param to gets the bytes as they come; what it got before a failure is worth nothing. Not used after the call.
  /// @return whether there is such a file
  /// @throws FetchFailed if it is too long, comes too slowly, or the repository cannot be reached
  /// @throws IOException if `to` cannot be written
  boolean fetch(RepositoryPath path, long most, OutputStream to) throws FetchFailed, IOException;

  /// One small file; empty when there is none.
  ///
  /// @param most how many bytes at most are taken
  /// @throws FetchFailed as above
  default Optional<byte[]> fetch(RepositoryPath path, int most) throws FetchFailed {
    var bytes = new ByteArrayOutputStream();
    try {
      return fetch(path, most, bytes) ? Optional.of(bytes.toByteArray()) : Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("memory can always be written", e);
    }
  }
}
