package org.jiujin.fleet;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Writes and reads one metric inside a larger message. Used by [PayloadCodec] and by the local link.
///
/// @since 0.1.0
public final class MetricCodec {
  private static final int NAME = 1;
  private static final int ALIAS = 2;
  private static final int TIMESTAMP = 3;
  private static final int DATATYPE = 4;
  private static final int IS_HISTORICAL = 5;
  private static final int IS_NULL = 7;
  private static final int INT_VALUE = 10;
  private static final int BYTES_VALUE = 16;
  private static final int DATASET_VALUE = 17;
  private static final int TEMPLATE_VALUE = 18;
  private static final int EXTENSION_VALUE = 19;

  private MetricCodec() {}

  /// The metric as a message of its own, without a length before it.
  ///
  /// @throws IllegalArgumentException if the metric has a [MetricValue.Skipped] value, or a text that is too long
  public static byte[] encode(Metric metric) {
    var bytes = new ByteArrayOutputStream(64);
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes, 64);
      write(metric, out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array does not fail", e);
    }
    return bytes.toByteArray();
  }

  /// Reads one metric up to the limit that the caller has pushed.
  ///
  /// @throws MalformedMessageException if it is not a metric or breaks a bound
  /// @throws IOException if the bytes end too early or are not protobuf
  public static Metric read(CodedInputStream in) throws IOException, MalformedMessageException {
    var reading = new Reading();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      reading.field(tag, in);
    }
    return reading.metric();
  }

  private static void write(Metric metric, CodedOutputStream out) throws IOException {
    if (metric.name() != null) {
      out.writeString(NAME, checkLength(metric.name(), PayloadCodec.MAX_NAME_BYTES));
    }
    if (metric.alias() != null) {
      out.writeUInt64(ALIAS, metric.alias());
    }
    if (metric.timestamp() != null) {
      out.writeUInt64(TIMESTAMP, metric.timestamp().toEpochMilli());
    }
    if (metric.type() != null) {
      out.writeUInt32(DATATYPE, metric.type().code());
    }
    if (metric.historical()) {
      out.writeBool(IS_HISTORICAL, true);
    }
    write(metric.value(), out);
  }

  private static void write(MetricValue value, CodedOutputStream out) throws IOException {
    switch (value) {
      case MetricValue.Binary(var bytes) -> out.writeBytes(BYTES_VALUE, checkLength(bytes));
      case MetricValue.Absent _ -> out.writeBool(IS_NULL, true);
      case MetricValue.DataSet set -> out.writeByteArray(DATASET_VALUE, ComplexCodec.encode(set));
      case MetricValue.Template template ->
          out.writeByteArray(TEMPLATE_VALUE, ComplexCodec.encode(template));
      default -> writeBasic(INT_VALUE, value, out);
    }
  }

  /// Writes a value of one part. Sparkplug has the same six kinds in the same order wherever values stand.
  ///
  /// @param intField the number of the first kind's field
  static void writeBasic(int intField, MetricValue value, CodedOutputStream out)
      throws IOException {
    switch (value) {
      case MetricValue.Int32(var number) -> out.writeUInt32(intField, number);
      case MetricValue.Int64(var number) -> out.writeUInt64(intField + 1, number);
      case MetricValue.Real32(var number) -> out.writeFloat(intField + 2, number);
      case MetricValue.Real64(var number) -> out.writeDouble(intField + 3, number);
      case MetricValue.Flag(var flag) -> out.writeBool(intField + 4, flag);
      case MetricValue.Text(var text) ->
          out.writeString(intField + 5, checkLength(text, PayloadCodec.MAX_TEXT_BYTES));
      case MetricValue.Binary _, MetricValue.Absent _, MetricValue.Complex _ ->
          throw new IllegalArgumentException("only a value of one part can stand here");
      case MetricValue.Skipped _ ->
          throw new IllegalArgumentException("a value that was skipped cannot be written");
    }
  }

  /// Reads a value of one part, the counterpart of [#writeBasic].
  ///
  /// @param intField the number of the first kind's field
  /// @return null if the tag is that of another field; then nothing was read
  static @Nullable MetricValue readBasic(int intField, int tag, CodedInputStream in)
      throws IOException, MalformedMessageException {
    int kind = WireFormat.getTagFieldNumber(tag) - intField;
    int expected =
        switch (kind) {
          case 0, 1, 4 -> WireFormat.WIRETYPE_VARINT;
          case 2 -> WireFormat.WIRETYPE_FIXED32;
          case 3 -> WireFormat.WIRETYPE_FIXED64;
          case 5 -> WireFormat.WIRETYPE_LENGTH_DELIMITED;
          default -> -1;
        };
    if (WireFormat.getTagWireType(tag) != expected) {
      return null;
    }
    return switch (kind) {
      case 0 -> new MetricValue.Int32(in.readUInt32());
      case 1 -> new MetricValue.Int64(in.readUInt64());
      case 2 -> new MetricValue.Real32(in.readFloat());
      case 3 -> new MetricValue.Real64(in.readDouble());
      case 4 -> new MetricValue.Flag(in.readBool());
      default -> new MetricValue.Text(Bounds.readText(in, PayloadCodec.MAX_TEXT_BYTES));
    };
  }

  static String checkLength(String text, int maxBytes) {
    if (CodedOutputStream.computeStringSizeNoTag(text) > maxBytes) {
      throw new IllegalArgumentException("a text is longer than " + maxBytes + " bytes");
    }
    return text;
  }

  private static ByteString checkLength(ByteString bytes) {
    if (bytes.size() > PayloadCodec.MAX_BINARY_BYTES) {
      throw new IllegalArgumentException(
          "a value is longer than " + PayloadCodec.MAX_BINARY_BYTES + " bytes");
    }
    return bytes;
  }

  /// What has been read of a metric so far. The last of several fields wins, as protobuf has it.
  private static final class Reading {
    private @Nullable String name;
    private @Nullable Long alias;
    private @Nullable Instant timestamp;
    private @Nullable DataType type;
    private boolean historical;
    private boolean isNull;
    private MetricValue value = new MetricValue.Absent();

    void field(int tag, CodedInputStream in) throws IOException, MalformedMessageException {
      MetricValue basic = readBasic(INT_VALUE, tag, in);
      if (basic != null) {
        value = basic;
        return;
      }
      int field = WireFormat.getTagFieldNumber(tag);
      boolean read =
          switch (WireFormat.getTagWireType(tag)) {
            case WireFormat.WIRETYPE_VARINT -> varint(field, in);
            case WireFormat.WIRETYPE_LENGTH_DELIMITED -> delimited(field, in);
            default -> false;
          };
      if (!read) {
        if (field > BYTES_VALUE && field <= EXTENSION_VALUE) {
          value = new MetricValue.Skipped();
        }
        in.skipField(tag);
      }
    }

    private boolean varint(int field, CodedInputStream in)
        throws IOException, MalformedMessageException {
      switch (field) {
        case ALIAS -> alias = Bounds.notNegative("alias", in.readUInt64());
        case TIMESTAMP -> timestamp = Bounds.readInstant(in);
        case DATATYPE -> type = DataType.of(in.readUInt32());
        case IS_HISTORICAL -> historical = in.readBool();
        case IS_NULL -> isNull = in.readBool();
        default -> {
          return false;
        }
      }
      return true;
    }

    private boolean delimited(int field, CodedInputStream in)
        throws IOException, MalformedMessageException {
      switch (field) {
        case NAME -> name = Bounds.readText(in, PayloadCodec.MAX_NAME_BYTES);
        case BYTES_VALUE ->
            value = new MetricValue.Binary(Bounds.readBytes(in, PayloadCodec.MAX_BINARY_BYTES));
        case DATASET_VALUE -> value = DataSetReader.read(in.readByteArray());
        default -> {
          return false;
        }
      }
      return true;
    }

    Metric metric() throws MalformedMessageException {
      if (name == null && alias == null) {
        throw new MalformedMessageException("a metric has neither name nor alias");
      }
      return new Metric(
          name, alias, timestamp, type, historical, isNull ? new MetricValue.Absent() : value);
    }
  }
}
