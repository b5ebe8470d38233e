package org.jiujin.fleet.command;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jiujin.fleet.Bounds;
import org.jiujin.fleet.Fields;
import org.jiujin.fleet.MalformedMessageException;

/// A document for one terminal as it travels and as it is kept: its bytes, and a signature over words that say what it is and these
/// bytes. Field numbers are those of `document.proto`.
///
/// It is signed itself, and not only the command that brings it, so that it may come by any other way, and so that a terminal can
/// check at every start what lies on its disk.
///
/// @param document never encoded again
/// @param keyId which key signed
/// @param algorithm a [SignatureAlgorithm#word()]
/// @param signature empty when there is none
/// @since 0.1.0
public record SignedDocument(
    ByteString document, String keyId, String algorithm, ByteString signature) {
  /// The longest document with its signature: in Base64 it fits into an argument of a command.
  public static final int MAX_BYTES = 8 * 1024;

  private static final int MAX_SIGNATURE_BYTES = 1024;
  private static final int MAX_WORD_BYTES = 64;

  /// What a document is. The words are signed with it, so that one kind is never taken for another.
  public enum Kind {
    /// A [org.jiujin.fleet.configuration.Configuration].
    CONFIGURATION("jiujin configuration 1\n"),
    /// A [org.jiujin.fleet.update.Direction].
    DIRECTION("jiujin direction 1\n");

    private final ByteString words;

    Kind(String words) {
      this.words = ByteString.copyFromUtf8(words);
    }

    private ByteString signed(ByteString document) {
      return words.concat(document);
    }
  }

  /// Signs a document.
  ///
  /// @throws GeneralSecurityException if there is no provider for the algorithm, or it does not take the key
  public static SignedDocument of(Kind kind, ByteString document, CommandSigner signer)
      throws GeneralSecurityException {
    return new SignedDocument(
        document,
        signer.keyId(),
        signer.algorithm().word(),
        signer.signature(kind.signed(document)));
  }

  /// Reads what [#toBytes()] wrote.
  ///
  /// @throws MalformedMessageException if it is not a signed document, or more than the bounds allow
  public static SignedDocument read(ByteString bytes) throws MalformedMessageException {
    var reading = new Reading();
    Fields.read(bytes, MAX_BYTES, reading);
    return new SignedDocument(
        reading.document, reading.keyId, reading.algorithm, reading.signature);
  }

  /// The document as it travels and as it is kept.
  public ByteString toBytes() {
    return Fields.write(out -> {
      out.writeBytes(1, document);
      out.writeString(2, keyId);
      out.writeString(3, algorithm);
      out.writeBytes(4, signature);
    });
  }

  /// Why the document is not to be believed as one of this kind; empty when the signature is good.
  public Optional<Refusal> refusal(Kind kind, TrustedKeys keys) {
    return new SignatureCheck(keyId, algorithm, signature).refusal(kind.signed(document), keys);
  }

  private static final class Reading implements Fields.Reader {
    private ByteString document = ByteString.EMPTY;
    private String keyId = "";
    private String algorithm = "";
    private ByteString signature = ByteString.EMPTY;

    @Override
    public void field(int tag, CodedInputStream in) throws IOException, MalformedMessageException {
      switch (tag) {
        case 1 << 3 | 2 -> document = Bounds.readBytes(in, MAX_BYTES);
        case 2 << 3 | 2 -> keyId = Bounds.readText(in, MAX_WORD_BYTES);
        case 3 << 3 | 2 -> algorithm = Bounds.readText(in, MAX_WORD_BYTES);
        case 4 << 3 | 2 -> signature = Bounds.readBytes(in, MAX_SIGNATURE_BYTES);
        default -> in.skipField(tag);
      }
    }
  }
}
