package org.jiujin.fleet.local;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.jiujin.fleet.Bounds;
import org.jiujin.fleet.MalformedMessageException;

/// The wire form of a [LocalMessage.AuditHead].
final class AuditHeadBody {
  private static final int CHAIN = 1;
  private static final int COUNT = 2;
  private static final int HASH = 3;
  private static final int AT = 4;
  private static final int UNWRITTEN = 5;

  private AuditHeadBody() {}

  static void write(LocalMessage.AuditHead head, CodedOutputStream out) throws IOException {
    out.writeString(CHAIN, head.chain());
    out.writeUInt64(COUNT, head.count());
    out.writeString(HASH, head.hash());
    out.writeUInt64(AT, head.at().toEpochMilli());
    out.writeUInt64(UNWRITTEN, head.unwritten());
  }

  static LocalMessage read(CodedInputStream in) throws IOException, MalformedMessageException {
    String chain = "";
    long count = 0;
    String hash = "";
    Instant at = Instant.EPOCH;
    long unwritten = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case CHAIN << 3 | 2 -> chain = Bounds.readText(in, LocalBody.MAX_TEXT_BYTES);
        case COUNT << 3 -> count = in.readUInt64();
        case HASH << 3 | 2 -> hash = Bounds.readText(in, LocalBody.MAX_TEXT_BYTES);
        case AT << 3 -> at = Bounds.readInstant(in);
        case UNWRITTEN << 3 -> unwritten = in.readUInt64();
        default -> in.skipField(tag);
      }
    }
    try {
      return new LocalMessage.AuditHead(chain, count, hash, at, unwritten);
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException("bad audit head: " + e.getMessage(), e);
    }
  }
}
