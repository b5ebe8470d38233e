package org.jiujin.fleet;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes and reads Sparkplug B payloads. Bounded, and never in doubt about what it read: whole payloads or an exception.
///
/// Thread-safe. Unknown fields are skipped on reading and lost on writing again.
///
/// @since 0.1.0
public final class PayloadCodec {
  /// The longest payload that is written or read. The birth of one of our terminals is about 1.1 KB.
  public static final int MAX_BYTES = 256 * 1024;

  /// The most metrics in one payload.
  public static final int MAX_METRICS = 1000;

  /// The longest metric name, in bytes of UTF-8.
  public static final int MAX_NAME_BYTES = 256;

  /// The longest text value, in bytes of UTF-8.
  public static final int MAX_TEXT_BYTES = 64 * 1024;

  /// The longest binary value, in bytes.
  public static final int MAX_BINARY_BYTES = 72 * 1024;

  private static final int TIMESTAMP = 1;
  private static final int METRICS = 2;
  private static final int SEQ = 3;

  private PayloadCodec() {}

  /// The payload as bytes for the broker.
  ///
  /// @throws IllegalArgumentException if a bound is broken or a value cannot be written
  public static byte[] encode(Payload payload) {
    if (payload.metrics().size() > MAX_METRICS) {
      throw new IllegalArgumentException("more than " + MAX_METRICS + " metrics");
    }
    var bytes = new ByteArrayOutputStream(256);
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes, 256);
      if (payload.timestamp() != null) {
        out.writeUInt64(TIMESTAMP, payload.timestamp().toEpochMilli());
      }
      for (Metric metric : payload.metrics()) {
        out.writeByteArray(METRICS, MetricCodec.encode(metric));
      }
      if (payload.hasSeq()) {
        out.writeUInt64(SEQ, payload.seq());
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array does not fail", e);
    }
    if (bytes.size() > MAX_BYTES) {
      throw new IllegalArgumentException("the payload is longer than " + MAX_BYTES + " bytes");
    }
    return bytes.toByteArray();
  }

  /// Reads a payload as the broker delivered it.
  ///
  /// @throws MalformedMessageException if the bytes are not a payload, or more than the bounds allow
  public static Payload decode(byte[] bytes) throws MalformedMessageException {
    if (bytes.length > MAX_BYTES) {
      throw new MalformedMessageException(
          "a payload of " + bytes.length + " bytes, " + MAX_BYTES + " allowed");
    }
    try {
      return read(CodedInputStream.newInstance(bytes));
    } catch (IOException e) {
      throw new MalformedMessageException("not a Sparkplug B payload", e);
    }
  }

  private static Payload read(CodedInputStream in) throws IOException, MalformedMessageException {
    @Nullable Instant timestamp = null;
    List<Metric> metrics = new ArrayList<>();
    int seq = Payload.NO_SEQ;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case TIMESTAMP << 3 -> timestamp = Bounds.readInstant(in);
        case METRICS << 3 | 2 -> metrics.add(readMetric(in, metrics.size()));
        case SEQ << 3 -> seq = readSeq(in);
        default -> in.skipField(tag);
      }
    }
    return new Payload(timestamp, metrics, seq);
  }

  private static Metric readMetric(CodedInputStream in, int before)
      throws IOException, MalformedMessageException {
    if (before >= MAX_METRICS) {
      throw new MalformedMessageException("more than " + MAX_METRICS + " metrics");
    }
    int limit = in.pushLimit(in.readRawVarint32());
    Metric metric = MetricCodec.read(in);
    in.popLimit(limit);
    return metric;
  }

  private static int readSeq(CodedInputStream in) throws IOException, MalformedMessageException {
    long seq = in.readUInt64();
    if (seq < 0 || seq >= Payload.SEQ_MODULUS) {
      throw new MalformedMessageException("seq is not 0 to 255");
    }
    return (int) seq;
  }
}
