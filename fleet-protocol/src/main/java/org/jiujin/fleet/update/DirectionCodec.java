package org.jiujin.fleet.update;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jiujin.fleet.Bounds;
import org.jiujin.fleet.Fields;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.command.CommandSigner;
import org.jiujin.fleet.command.SignedDocument;
import org.jiujin.fleet.command.TrustedKeys;
import org.jiujin.fleet.command.Verified;

/// Writes and reads directions. Bounded, thread-safe; field numbers are those of `direction.proto`.
///
/// The same direction is always written as the same bytes.
///
/// @since 0.1.0
public final class DirectionCodec {
  private static final int MAX_BYTES = SignedDocument.MAX_BYTES;
  private static final int MAX_WORD_BYTES = 64;
  private static final int MAX_ID_BYTES = 256; // 64 characters
  private static final int MAX_HASH_BYTES = 64;

  private DirectionCodec() {}

  /// The bytes of the document that is signed.
  public static ByteString encode(Direction direction) {
    return Fields.write(out -> {
      out.writeString(1, direction.group());
      out.writeString(2, direction.terminal());
      out.writeInt64(3, direction.version());
      out.writeInt64(4, direction.issuedAt().toEpochMilli());
      out.writeInt64(5, direction.notAfter().toEpochMilli());
      for (Assignment assignment : direction.assignments()) {
        out.writeBytes(6, encode(assignment));
      }
    });
  }

  /// Signs a direction.
  ///
  /// @return as it travels and as it is kept
  /// @throws GeneralSecurityException if there is no provider for the algorithm, or it does not take the key
  public static ByteString sign(Direction direction, CommandSigner signer)
      throws GeneralSecurityException {
    return SignedDocument.of(SignedDocument.Kind.DIRECTION, encode(direction), signer).toBytes();
  }

  /// Tells whether bytes are a direction of somebody who may command.
  public static Verified<Direction> verify(ByteString signed, TrustedKeys keys) {
    return Verified.of(signed, SignedDocument.Kind.DIRECTION, keys, DirectionCodec::decode);
  }

  /// Reads what [#encode] wrote.
  ///
  /// @throws MalformedMessageException if it is not a direction, or more than the bounds allow
  public static Direction decode(ByteString bytes) throws MalformedMessageException {
    var reading = new DirectionReading();
    Fields.read(bytes, MAX_BYTES, reading);
    return Fields.checked(reading::direction);
  }

  private static ByteString encode(Assignment assignment) {
    return Fields.write(out -> {
      out.writeString(1, assignment.kind());
      out.writeString(2, assignment.version());
      out.writeBytes(3, assignment.manifest());
      out.writeInt32(4, assignment.attempt());
      out.writeInt64(5, assignment.notBefore().toEpochMilli());
      out.writeString(6, assignment.urgency().word());
    });
  }

  private static final class DirectionReading implements Fields.Reader {
    private String group = "";
    private String terminal = "";
    private long version;
    private Instant issuedAt = Instant.EPOCH;
    private Instant notAfter = Instant.EPOCH;
    private final List<Assignment> assignments = new ArrayList<>();

    @Override
    public void field(int tag, CodedInputStream in) throws IOException, MalformedMessageException {
      switch (tag) {
        case 1 << 3 | 2 -> group = Bounds.readText(in, MAX_ID_BYTES);
        case 2 << 3 | 2 -> terminal = Bounds.readText(in, MAX_ID_BYTES);
        case 3 << 3 -> version = in.readInt64();
        case 4 << 3 -> issuedAt = Bounds.readInstant(in);
        case 5 << 3 -> notAfter = Bounds.readInstant(in);
        case 6 << 3 | 2 -> {
          var assignment = new AssignmentReading();
          Fields.read(in.readBytes(), MAX_BYTES, assignment);
          assignments.add(assignment.assignment());
        }
        default -> in.skipField(tag);
      }
    }

    Direction direction() {
      return new Direction(group, terminal, version, issuedAt, notAfter, assignments);
    }
  }

  private static final class AssignmentReading implements Fields.Reader {
    private String kind = "";
    private String version = "";
    private ByteString manifest = ByteString.EMPTY;
    private int attempt;
    private Instant notBefore = Instant.EPOCH;
    private String urgency = "";

    @Override
    public void field(int tag, CodedInputStream in) throws IOException, MalformedMessageException {
      switch (tag) {
        case 1 << 3 | 2 -> kind = Bounds.readText(in, MAX_WORD_BYTES);
        case 2 << 3 | 2 -> version = Bounds.readText(in, MAX_WORD_BYTES);
        case 3 << 3 | 2 -> manifest = Bounds.readBytes(in, MAX_HASH_BYTES);
        case 4 << 3 -> attempt = in.readInt32();
        case 5 << 3 -> notBefore = Bounds.readInstant(in);
        case 6 << 3 | 2 -> urgency = Bounds.readText(in, MAX_WORD_BYTES);
        default -> in.skipField(tag);
      }
    }

    Assignment assignment() throws MalformedMessageException {
      Urgency known =
          Urgency.of(urgency)
              .orElseThrow(() -> new MalformedMessageException("no such urgency of an update"));
      return Fields.checked(
          () -> new Assignment(kind, version, manifest, attempt, notBefore, known));
    }
  }
}
