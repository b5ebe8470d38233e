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

  /// Copies one file from a byte on, so that a transfer that broke off goes on where it was.
  ///
  /// A source that cannot begin there passes over the bytes before.
  ///
  /// @param from how many of its first bytes are left out
  /// @param most how many bytes at most are taken after those
  /// @param to gets the bytes as they come; after a failure those that it got are still the file's. Not used after the call.
  /// @return whether there is such a file
  /// @throws FetchFailed as above
  /// @throws IOException if `to` cannot be written
  default boolean fetch(RepositoryPath path, long from, long most, OutputStream to)
      throws FetchFailed, IOException {
    return fetch(path, from + most, new Rest(to, from));
  }

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
