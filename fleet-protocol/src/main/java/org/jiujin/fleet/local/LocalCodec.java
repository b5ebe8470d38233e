package org.jiujin.fleet.local;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.jiujin.fleet.MalformedMessageException;

/// Writes and reads the messages of the local link, each after its length.
///
/// Stateless: several threads may use it, each stream belongs to one thread per direction.
///
/// @since 0.1.0
public final class LocalCodec {
  /// The longest message, without its length. A report is about 1 KB.
  public static final int MAX_BYTES = 64 * 1024;

  /// The most devices in one report.
  public static final int MAX_DEVICES = 64;

  private static final int LENGTH_BYTES = 3; // 64 KiB needs 17 bits: three varint bytes

  private LocalCodec() {}

  /// Writes one message in one piece and flushes.
  ///
  /// @throws IllegalArgumentException if it breaks a bound
  /// @throws IOException if the link is gone
  public static void write(LocalMessage message, OutputStream out) throws IOException {
    byte[] body = LocalBody.encode(message);
    if (body.length > MAX_BYTES) {
      throw new IllegalArgumentException("the message is longer than " + MAX_BYTES + " bytes");
    }
    var framed = new ByteArrayOutputStream(body.length + LENGTH_BYTES);
    CodedOutputStream coded = CodedOutputStream.newInstance(framed);
    coded.writeByteArrayNoTag(body);
    coded.flush();
    out.write(framed.toByteArray());
    out.flush();
  }

  /// Waits for one message.
  ///
  /// @return empty when the other side closed between two messages
  /// @throws MalformedMessageException if it is not one; the stream is of no use after that
  /// @throws IOException if the link broke
  public static Optional<LocalMessage> read(InputStream in)
      throws IOException, MalformedMessageException {
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    int length = readLength(first, in);
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new MalformedMessageException("the message ends too early");
    }
    try {
      return Optional.of(LocalBody.decode(CodedInputStream.newInstance(body)));
    } catch (IOException e) {
      throw new MalformedMessageException("not a message of the local link", e);
    }
  }

  private static int readLength(int first, InputStream in)
      throws IOException, MalformedMessageException {
    int length = first & 0x7f;
    int last = first;
    for (int read = 1; (last & 0x80) != 0 && read < LENGTH_BYTES; read++) {
      last = in.read();
      if (last < 0) {
        throw new MalformedMessageException("the length ends too early");
      }
      length |= (last & 0x7f) << (7 * read);
    }
    if ((last & 0x80) != 0 || length > MAX_BYTES) {
      throw new MalformedMessageException("a message longer than " + MAX_BYTES + " bytes");
    }
    return length;
  }
}
