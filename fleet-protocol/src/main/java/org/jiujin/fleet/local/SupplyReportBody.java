package org.jiujin.fleet.local;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.jiujin.fleet.Bounds;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.SupplyKind;

/// The wire form of a [SupplyReport]. The percentage is missing when nobody knows it; a forecast is not written.
final class SupplyReportBody {
  private static final int KIND = 1;
  private static final int NAME = 2;
  private static final int PERCENT = 3;
  private static final int ESTIMATED = 4;

  private SupplyReportBody() {}

  static byte[] bytes(SupplyReport supply) throws IOException {
    var bytes = new ByteArrayOutputStream(64);
    CodedOutputStream out = CodedOutputStream.newInstance(bytes, 64);
    out.writeString(KIND, supply.kind().word());
    out.writeString(NAME, supply.name());
    Integer percent = supply.percent();
    if (percent != null) {
      out.writeUInt32(PERCENT, percent);
    }
    out.writeBool(ESTIMATED, supply.estimated());
    out.flush();
    return bytes.toByteArray();
  }

  /// Reads one, after its tag.
  ///
  /// @return empty if it is of a kind that this side does not know: a newer app told it
  static Optional<SupplyReport> read(CodedInputStream in)
      throws IOException, MalformedMessageException {
    String kind = "";
    String name = "";
    Integer percent = null;
    boolean estimated = false;
    int limit = in.pushLimit(in.readRawVarint32());
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case KIND << 3 | 2 -> kind = Bounds.readText(in, LocalBody.MAX_TEXT_BYTES);
        case NAME << 3 | 2 -> name = Bounds.readText(in, LocalBody.MAX_TEXT_BYTES);
        case PERCENT << 3 -> percent = in.readUInt32();
        case ESTIMATED << 3 -> estimated = in.readBool();
        default -> in.skipField(tag);
      }
    }
    in.popLimit(limit);
    Optional<SupplyKind> known = SupplyKind.of(kind);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new SupplyReport(known.get(), name, percent, estimated, null));
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException("bad supply: " + e.getMessage(), e);
    }
  }
}
