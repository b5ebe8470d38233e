package org.jiujin.fleet;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Writes and reads messages in protobuf's wire form field by field, within bounds.
///
/// @since 0.1.0
public final class Fields {
  private Fields() {}

  /// What a writer writes.
  public static ByteString write(Writer writer) {
    var bytes = ByteString.newOutput(128);
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes, 128);
      writer.write(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("a byte string does not fail", e);
    }
    return bytes.toByteString();
  }

  /// Gives every field of a message to a reader.
  ///
  /// @throws MalformedMessageException if there are more bytes than allowed, or they are no message
  public static void read(ByteString bytes, int maxBytes, Reader reader)
      throws MalformedMessageException {
    if (bytes.size() > maxBytes) {
      throw new MalformedMessageException(bytes.size() + " bytes, " + maxBytes + " allowed");
    }
    try {
      CodedInputStream in = bytes.newCodedInput();
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        reader.field(tag, in);
      }
    } catch (IOException e) {
      throw new MalformedMessageException("not a message of this kind", e);
    }
  }

  /// Makes something of what was read.
  ///
  /// @throws MalformedMessageException if a part of it is out of bounds
  public static <T> T checked(Maker<T> maker) throws MalformedMessageException {
    try {
      return maker.make();
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException(String.valueOf(e.getMessage()), e);
    }
  }

  /// Writes the fields of one message.
  @FunctionalInterface
  public interface Writer {
    /// Writes all of them.
    void write(CodedOutputStream out) throws IOException;
  }

  /// Reads one field, or skips it.
  @FunctionalInterface
  public interface Reader {
    /// Takes exactly this field from the stream.
    void field(int tag, CodedInputStream in) throws IOException, MalformedMessageException;
  }

  /// Makes a value; what is out of bounds is an `IllegalArgumentException`.
  @FunctionalInterface
  public interface Maker<T> {
    /// The value.
    T make();
  }
}
