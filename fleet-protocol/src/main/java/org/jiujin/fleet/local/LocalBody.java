package org.jiujin.fleet.local;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jiujin.fleet.Bounds;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricCodec;
import org.jiujin.fleet.PayloadCodec;
import org.jspecify.annotations.Nullable;

/// The messages of the local link without their length. Field numbers are those of `local.proto`.
final class LocalBody {
  static final int MAX_TEXT_BYTES = 256;

  private static final int HELLO = 1;
  private static final int REPORT = 2;
  private static final int PONG = 3;
  private static final int PING = 4;
  private static final int STOP = 5;
  private static final int ORDER = 6;
  private static final int ORDER_DONE = 7;
  private static final int SETTINGS = 8;
  private static final int SETTINGS_TAKEN = 9;
  private static final int CLAIM = 10;
  private static final int AUDIT_HEAD = 11;

  private LocalBody() {}

  static byte[] encode(LocalMessage message) {
    return switch (message) {
      case LocalMessage.Hello(var pid, var version) ->
          wrap(
              HELLO,
              body(out -> {
                out.writeUInt64(1, pid);
                out.writeString(2, version);
              }));
      case LocalMessage.Report report -> wrap(REPORT, body(out -> writeReport(report, out)));
      case LocalMessage.Pong(var nonce) -> wrap(PONG, body(out -> out.writeUInt64(1, nonce)));
      case LocalMessage.Ping(var nonce) -> wrap(PING, body(out -> out.writeUInt64(1, nonce)));
      case LocalMessage.Stop _ -> wrap(STOP, new byte[0]);
      case LocalMessage.Order order -> wrap(ORDER, body(out -> OrderBody.write(order, out)));
      case LocalMessage.OrderDone done -> wrap(ORDER_DONE, body(out -> OrderBody.write(done, out)));
      case LocalMessage.Settings settings ->
          wrap(SETTINGS, body(out -> SettingsBody.write(settings, out)));
      case LocalMessage.SettingsTaken taken ->
          wrap(SETTINGS_TAKEN, body(out -> SettingsBody.write(taken, out)));
      case LocalMessage.Claim claim -> wrap(CLAIM, body(out -> ClaimBody.write(claim, out)));
      case LocalMessage.AuditHead head ->
          wrap(AUDIT_HEAD, body(out -> AuditHeadBody.write(head, out)));
    };
  }

  static LocalMessage decode(CodedInputStream in) throws IOException, MalformedMessageException {
    @Nullable LocalMessage message = null;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case HELLO << 3 | 2 -> message = nested(in, LocalBody::readHello);
        case REPORT << 3 | 2 -> message = nested(in, LocalBody::readReport);
        case PONG << 3 | 2 -> message = new LocalMessage.Pong(nested(in, LocalBody::readNonce));
        case PING << 3 | 2 -> message = new LocalMessage.Ping(nested(in, LocalBody::readNonce));
        case STOP << 3 | 2 -> message = nested(in, LocalBody::readStop);
        case ORDER << 3 | 2 -> message = nested(in, OrderBody::readOrder);
        case ORDER_DONE << 3 | 2 -> message = nested(in, OrderBody::readDone);
        case SETTINGS << 3 | 2 -> message = nested(in, SettingsBody::readSettings);
        case SETTINGS_TAKEN << 3 | 2 -> message = nested(in, SettingsBody::readTaken);
        case CLAIM << 3 | 2 -> message = nested(in, ClaimBody::read);
        case AUDIT_HEAD << 3 | 2 -> message = nested(in, AuditHeadBody::read);
        default -> in.skipField(tag);
      }
    }
    if (message == null) {
      throw new MalformedMessageException("a kind of message that is not known");
    }
    return message;
  }

  private static void writeReport(LocalMessage.Report report, CodedOutputStream out)
      throws IOException {
    if (report.metrics().size() > PayloadCodec.MAX_METRICS
        || report.devices().size() > LocalCodec.MAX_DEVICES) {
      throw new IllegalArgumentException("too many metrics or devices in a report");
    }
    for (Metric metric : report.metrics()) {
      out.writeByteArray(1, MetricCodec.encode(metric));
    }
    for (DeviceReport device : report.devices()) {
      out.writeByteArray(2, body(inner -> DeviceReportBody.write(device, inner)));
    }
  }

  private static LocalMessage readHello(CodedInputStream in)
      throws IOException, MalformedMessageException {
    long pid = 0;
    String version = "";
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case 1 << 3 -> pid = in.readUInt64();
        case 2 << 3 | 2 -> version = Bounds.readText(in, MAX_TEXT_BYTES);
        default -> in.skipField(tag);
      }
    }
    return new LocalMessage.Hello(pid, version);
  }

  private static LocalMessage readReport(CodedInputStream in)
      throws IOException, MalformedMessageException {
    List<Metric> metrics = new ArrayList<>();
    List<DeviceReport> devices = new ArrayList<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case 1 << 3 | 2 -> metrics.add(nested(in, MetricCodec::read));
        case 2 << 3 | 2 -> devices.add(nested(in, DeviceReportBody::read));
        default -> in.skipField(tag);
      }
    }
    if (metrics.size() > PayloadCodec.MAX_METRICS || devices.size() > LocalCodec.MAX_DEVICES) {
      throw new MalformedMessageException("too many metrics or devices in a report");
    }
    return new LocalMessage.Report(metrics, devices);
  }

  private static long readNonce(CodedInputStream in) throws IOException {
    long nonce = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == 1 << 3) {
        nonce = in.readUInt64();
      } else {
        in.skipField(tag);
      }
    }
    return nonce;
  }

  private static LocalMessage readStop(CodedInputStream in) throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      in.skipField(tag);
    }
    return new LocalMessage.Stop();
  }

  static <T> T nested(CodedInputStream in, Reader<T> reader)
      throws IOException, MalformedMessageException {
    int limit = in.pushLimit(in.readRawVarint32());
    T result = reader.read(in);
    in.popLimit(limit);
    return result;
  }

  private static byte[] wrap(int field, byte[] body) {
    return body(out -> out.writeByteArray(field, body));
  }

  static byte[] body(Writer writer) {
    var bytes = new ByteArrayOutputStream(128);
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes, 128);
      writer.write(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array does not fail", e);
    }
    return bytes.toByteArray();
  }

  @FunctionalInterface
  interface Reader<T> {
    T read(CodedInputStream in) throws IOException, MalformedMessageException;
  }

  @FunctionalInterface
  interface Writer {
    void write(CodedOutputStream out) throws IOException;
  }
}
