package org.jiujin.agent.command;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.jiujin.fleet.Bounds;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.command.CommandCodec;
import org.jspecify.annotations.Nullable;

/// The memory of commands as bytes: a checksum (CRC-32C, 4 bytes), then fields as protobuf has them.
///
/// A damaged memory is refused as a whole: half of it would let commands run twice.
final class LedgerCodec {
  private static final int CHECKSUM_BYTES = 4;
  private static final int MOST_WORD_BYTES = 256;

  private LedgerCodec() {}

  /// What must survive a crash.
  static byte[] encode(CommandPolicy.State state) {
    byte[] body =
        bytes(
                out -> {
                  out.writeInt64(1, state.forgottenUpTo().toEpochMilli());
                  out.writeInt64(2, state.lostAt().toEpochMilli());
                  for (Entry entry : state.entries()) {
                    out.writeBytes(3, bytes(inner -> write(entry, inner)));
                  }
                })
            .toByteArray();
    return ByteBuffer.allocate(CHECKSUM_BYTES + body.length)
        .putInt(checksum(body))
        .put(body)
        .array();
  }

  /// @throws MalformedMessageException if a single bit is not as it was
  static CommandPolicy.State decode(byte[] bytes) throws MalformedMessageException {
    byte[] body = Arrays.copyOfRange(bytes, Math.min(CHECKSUM_BYTES, bytes.length), bytes.length);
    if (bytes.length < CHECKSUM_BYTES || ByteBuffer.wrap(bytes).getInt() != checksum(body)) {
      throw new MalformedMessageException("the checksum is wrong");
    }
    Instant forgottenUpTo = Instant.EPOCH;
    Instant lostAt = Instant.EPOCH;
    List<Entry> entries = new ArrayList<>();
    try {
      CodedInputStream in = CodedInputStream.newInstance(body);
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        switch (tag) {
          case 1 << 3 -> forgottenUpTo = Bounds.readInstant(in);
          case 2 << 3 -> lostAt = Bounds.readInstant(in);
          case 3 << 3 | 2 -> entries.add(readEntry(in.readBytes().newCodedInput()));
          default -> in.skipField(tag);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new MalformedMessageException("not a memory of commands", e);
    }
    return new CommandPolicy.State(entries, forgottenUpTo, lostAt, false);
  }

  private static void write(Entry entry, CodedOutputStream out) throws IOException {
    out.writeString(1, entry.id());
    out.writeBytes(2, entry.fingerprint());
    out.writeInt64(3, entry.notAfter().toEpochMilli());
    switch (entry.phase()) {
      case Entry.Phase.Open(var command) -> out.writeBytes(4, CommandCodec.encode(command));
      case Entry.Phase.Running(var command, var since, var boot) -> {
        out.writeBytes(4, CommandCodec.encode(command));
        out.writeInt64(5, since.toEpochMilli());
        out.writeString(6, boot);
      }
      case Entry.Phase.Ended(var result) -> out.writeBytes(7, CommandCodec.encode(result));
    }
  }

  private static Entry readEntry(CodedInputStream in)
      throws IOException, MalformedMessageException {
    String id = "";
    ByteString fingerprint = ByteString.EMPTY;
    Instant notAfter = Instant.EPOCH;
    Instant since = Instant.EPOCH;
    ByteString command = ByteString.EMPTY;
    ByteString result = ByteString.EMPTY;
    @Nullable String boot = null;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case 1 << 3 | 2 -> id = Bounds.readText(in, MOST_WORD_BYTES);
        case 2 << 3 | 2 -> fingerprint = in.readBytes();
        case 3 << 3 -> notAfter = Bounds.readInstant(in);
        case 4 << 3 | 2 -> command = in.readBytes();
        case 5 << 3 -> since = Bounds.readInstant(in);
        case 6 << 3 | 2 -> boot = Bounds.readText(in, MOST_WORD_BYTES);
        case 7 << 3 | 2 -> result = in.readBytes();
        default -> in.skipField(tag);
      }
    }
    Entry.Phase phase =
        !result.isEmpty()
            ? new Entry.Phase.Ended(CommandCodec.decodeResult(result))
            : boot != null
                ? new Entry.Phase.Running(CommandCodec.decode(command), since, boot)
                : new Entry.Phase.Open(CommandCodec.decode(command));
    return new Entry(id, fingerprint, notAfter, phase);
  }

  private static int checksum(byte[] body) {
    var checksum = new CRC32C();
    checksum.update(body);
    return (int) checksum.getValue();
  }

  private static ByteString bytes(Writer writer) {
    var bytes = ByteString.newOutput(256);
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes, 256);
      writer.write(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("a byte string does not fail", e);
    }
    return bytes.toByteString();
  }

  @FunctionalInterface
  private interface Writer {
    void write(CodedOutputStream out) throws IOException;
  }
}
