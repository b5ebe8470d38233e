package org.jiujin.fleet;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Reads fields of outside messages and refuses what is out of bounds.
///
/// @since 0.1.0
public final class Bounds {
  private Bounds() {}

  /// Reads a text of at most `maxBytes` bytes of valid UTF-8.
  ///
  /// @throws MalformedMessageException if it is longer or not UTF-8
  public static String readText(CodedInputStream in, int maxBytes)
      throws IOException, MalformedMessageException {
    byte[] bytes = in.readByteArray(); // cannot be longer than the message, which is bounded
    if (bytes.length > maxBytes) {
      throw new MalformedMessageException(
          "a text of " + bytes.length + " bytes, " + maxBytes + " allowed");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedMessageException("a text is not UTF-8", e);
    }
  }

  /// Reads at most `maxBytes` bytes.
  ///
  /// @throws MalformedMessageException if there are more
  public static ByteString readBytes(CodedInputStream in, int maxBytes)
      throws IOException, MalformedMessageException {
    ByteString bytes = in.readBytes();
    if (bytes.size() > maxBytes) {
      throw new MalformedMessageException(
          "a value of " + bytes.size() + " bytes, " + maxBytes + " allowed");
    }
    return bytes;
  }

  /// Reads milliseconds since 1970.
  ///
  /// @throws MalformedMessageException if they do not fit into 63 bits
  public static Instant readInstant(CodedInputStream in)
      throws IOException, MalformedMessageException {
    return Instant.ofEpochMilli(notNegative("timestamp", in.readUInt64()));
  }

  static long notNegative(String what, long number) throws MalformedMessageException {
    if (number < 0) {
      throw new MalformedMessageException(what + " needs more than 63 bits");
    }
    return number;
  }
}
