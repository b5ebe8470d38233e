package org.jiujin.update.trust;

import java.time.Instant;
import org.jiujin.update.trust.json.MalformedJson;
import org.jiujin.update.trust.metadata.Envelope;
import org.jiujin.update.trust.metadata.MetaFile;
import org.jiujin.update.trust.metadata.Metadata;
import org.jiujin.update.trust.metadata.Quorum;

/// The checks that every kind of metadata has to pass.
final class Checks {
  private Checks() {}

  static Envelope envelope(String role, byte[] file) throws UpdateRefused {
    try {
      return Envelope.read(file);
    } catch (MalformedJson e) {
      throw malformed(role, e);
    }
  }

  static <T extends Metadata> T content(String role, Envelope envelope, Metadata.Reader<T> reader)
      throws UpdateRefused {
    try {
      return reader.read(envelope.signed());
    } catch (MalformedJson e) {
      throw malformed(role, e);
    }
  }

  /// Reads a file of a role whose keys are known: the signatures first, what they cover then.
  static <T extends Metadata> T signed(
      String role, byte[] file, Quorum quorum, Metadata.Reader<T> reader) throws UpdateRefused {
    Envelope envelope = envelope(role, file);
    signed(role, envelope, quorum);
    return content(role, envelope, reader);
  }

  static void signed(String role, Envelope envelope, Quorum quorum) throws UpdateRefused {
    int signed = quorum.signed(envelope);
    if (signed < quorum.threshold()) {
      throw new UpdateRefused(
          Refusal.UNSIGNED,
          "%s is signed by %d of the %d keys that are needed"
              .formatted(role, signed, quorum.threshold()));
    }
  }

  static void version(String role, long expected, long there) throws UpdateRefused {
    if (there != expected) {
      throw new UpdateRefused(
          Refusal.WRONG_VERSION,
          "%s has version %d where %d was asked for".formatted(role, there, expected));
    }
  }

  static void fresh(String role, Metadata metadata, Instant now) throws UpdateRefused {
    if (!now.isBefore(metadata.expires())) {
      throw new UpdateRefused(
          Refusal.EXPIRED,
          "%s version %d expired at %s, and it is %s"
              .formatted(role, metadata.version(), metadata.expires(), now));
    }
  }

  static void same(String role, MetaFile told, byte[] file) throws UpdateRefused {
    if (told.length().isPresent() && told.length().getAsLong() != file.length) {
      throw new UpdateRefused(
          Refusal.WRONG_LENGTH,
          "%s has %d bytes where %d are signed"
              .formatted(role, file.length, told.length().getAsLong()));
    }
    if (!told.match(file)) {
      throw new UpdateRefused(Refusal.WRONG_HASH, role + " has not the hash that is signed");
    }
  }

  static UpdateRefused rollback(String what, long trusted, long there) {
    return new UpdateRefused(
        Refusal.ROLLBACK, "%s goes back from version %d to %d".formatted(what, trusted, there));
  }

  private static UpdateRefused malformed(String role, MalformedJson e) {
    return new UpdateRefused(Refusal.MALFORMED, role + " is malformed: " + e.getMessage(), e);
  }
}
