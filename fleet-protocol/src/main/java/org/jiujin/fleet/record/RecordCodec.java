package org.jiujin.fleet.record;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jiujin.fleet.Bounds;
import org.jiujin.fleet.MalformedMessageException;

/// Writes and reads one record. Bounded: whole records or an exception.
///
/// The sequence number is written last, so that a record that was cut, wherever it was, is never taken for a whole one.
/// Thread-safe.
///
/// @since 0.1.0
public final class RecordCodec {
  /// The longest record; a usual one has about 100 bytes.
  public static final int MAX_BYTES = 4096;

  /// The most facts in one record.
  public static final int MAX_FACTS = 16;

  /// The longest kind or name of a fact, in bytes of UTF-8.
  public static final int MAX_NAME_BYTES = 64;

  /// The longest fact, in bytes of UTF-8.
  public static final int MAX_FACT_BYTES = 1024;

  private static final int SEQ = 1;
  private static final int KIND = 2;
  private static final int AT = 3;
  private static final int FACTS = 4;
  private static final int NAME = 1;
  private static final int VALUE = 2;

  private RecordCodec() {}

  /// The record as bytes. Texts that are longer than the bounds are cut: a record that is too talkative is better than none.
  ///
  /// @throws IllegalArgumentException if it has too many facts, or is too long all the same
  public static byte[] encode(TerminalRecord terminalRecord) {
    Map<String, String> facts = new TreeMap<>(terminalRecord.body().facts());
    if (facts.size() > MAX_FACTS) {
      throw new IllegalArgumentException("more than " + MAX_FACTS + " facts");
    }
    var bytes = new ByteArrayOutputStream(128);
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes, 128);
      out.writeString(KIND, Texts.cut(terminalRecord.body().kind(), MAX_NAME_BYTES));
      out.writeUInt64(AT, terminalRecord.at().toEpochMilli());
      for (var fact : facts.entrySet()) {
        out.writeByteArray(FACTS, fact(fact.getKey(), fact.getValue()));
      }
      out.writeUInt64(SEQ, terminalRecord.seq());
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array does not fail", e);
    }
    if (bytes.size() > MAX_BYTES) {
      throw new IllegalArgumentException("the record is longer than " + MAX_BYTES + " bytes");
    }
    return bytes.toByteArray();
  }

  /// Reads one record.
  ///
  /// @throws MalformedMessageException if the bytes are not a whole record, or more than the bounds allow
  public static TerminalRecord decode(byte[] bytes) throws MalformedMessageException {
    if (bytes.length > MAX_BYTES) {
      throw new MalformedMessageException(
          "a record of " + bytes.length + " bytes, " + MAX_BYTES + " allowed");
    }
    try {
      return read(CodedInputStream.newInstance(bytes));
    } catch (IOException e) {
      throw new MalformedMessageException("not a record", e);
    }
  }

  private static TerminalRecord read(CodedInputStream in)
      throws IOException, MalformedMessageException {
    long seq = 0;
    String kind = "";
    Instant at = Instant.MIN;
    Map<String, String> facts = new HashMap<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case SEQ << 3 -> seq = in.readUInt64();
        case KIND << 3 | 2 -> kind = Bounds.readText(in, MAX_NAME_BYTES);
        case AT << 3 -> at = Bounds.readInstant(in);
        case FACTS << 3 | 2 -> readFact(in, facts);
        default -> in.skipField(tag);
      }
    }
    if (kind.isEmpty()) {
      throw new MalformedMessageException("a record without a kind");
    }
    try {
      return new TerminalRecord(seq, at, RecordBody.of(kind, facts));
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException("bad record: " + e.getMessage(), e);
    }
  }

  private static void readFact(CodedInputStream in, Map<String, String> facts)
      throws IOException, MalformedMessageException {
    if (facts.size() >= MAX_FACTS) {
      throw new MalformedMessageException("more than " + MAX_FACTS + " facts");
    }
    String name = "";
    String value = "";
    int limit = in.pushLimit(in.readRawVarint32());
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case NAME << 3 | 2 -> name = Bounds.readText(in, MAX_NAME_BYTES);
        case VALUE << 3 | 2 -> value = Bounds.readText(in, MAX_FACT_BYTES);
        default -> in.skipField(tag);
      }
    }
    in.popLimit(limit);
    facts.put(name, value);
  }

  private static byte[] fact(String name, String value) throws IOException {
    var bytes = new ByteArrayOutputStream(64);
    CodedOutputStream out = CodedOutputStream.newInstance(bytes, 64);
    out.writeString(NAME, Texts.cut(name, MAX_NAME_BYTES));
    out.writeString(VALUE, Texts.cut(value, MAX_FACT_BYTES));
    out.flush();
    return bytes.toByteArray();
  }
}
