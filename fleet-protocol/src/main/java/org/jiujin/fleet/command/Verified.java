package org.jiujin.fleet.command;

import com.google.protobuf.ByteString;
import org.jiujin.fleet.MalformedMessageException;

/// The terminal's side: what bytes are that should be a document of somebody who may command.
///
/// Neither whom it is for, nor its version, nor what it says is looked at.
///
/// @param <T> what the document says
/// @since 0.1.0
public sealed interface Verified<T> {
  /// A document of the kind that was asked for, signed with a key that is trusted.
  record Genuine<T>(T document) implements Verified<T> {}

  /// Anything else.
  record Refused<T>(Refusal reason) implements Verified<T> {}

  /// Checks the bytes of a [SignedDocument].
  ///
  /// @param reader reads the document itself
  static <T> Verified<T> of(
      ByteString bytes, SignedDocument.Kind kind, TrustedKeys keys, Reader<T> reader) {
    SignedDocument signed;
    T document;
    try {
      signed = SignedDocument.read(bytes);
      document = reader.read(signed.document());
    } catch (MalformedMessageException _) {
      return new Refused<>(Refusal.UNREADABLE);
    }
    return signed
        .refusal(kind, keys)
        .<Verified<T>>map(Refused::new)
        .orElseGet(() -> new Genuine<>(document));
  }

  /// Reads one kind of document.
  @FunctionalInterface
  interface Reader<T> {
    /// What it says.
    ///
    /// @throws MalformedMessageException if it is not of this kind, or more than the bounds allow
    T read(ByteString bytes) throws MalformedMessageException;
  }
}
