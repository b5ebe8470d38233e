package org.jiujin.fleet.local;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jiujin.fleet.Bounds;
import org.jiujin.fleet.DeviceState;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.Mend;

/// The wire form of a [DeviceReport].
final class DeviceReportBody {
  private static final int ID = 1;
  private static final int KIND = 2;
  private static final int MODEL = 3;
  private static final int SIMULATED = 4;
  private static final int STATE = 5;
  private static final int FAULT = 6;
  private static final int MEND = 7;
  private static final int SINCE = 8;
  private static final int SUPPLIES = 9;

  private String id = "";
  private String kind = "";
  private String model = "";
  private boolean simulated;
  private String state = "";
  private String fault = "";
  private String mend = "";
  private Instant since = Instant.EPOCH;
  private final List<SupplyReport> supplies = new ArrayList<>();

  private DeviceReportBody() {}

  static void write(DeviceReport report, CodedOutputStream out) throws IOException {
    out.writeString(ID, report.id());
    out.writeString(KIND, checked(report.kind()));
    out.writeString(MODEL, checked(report.model()));
    out.writeBool(SIMULATED, report.simulated());
    out.writeString(STATE, report.state().word());
    out.writeString(FAULT, checked(report.fault()));
    out.writeString(MEND, report.mend().word());
    out.writeUInt64(SINCE, report.since().toEpochMilli());
    for (SupplyReport supply : report.supplies()) {
      out.writeByteArray(SUPPLIES, SupplyReportBody.bytes(supply));
    }
  }

  static DeviceReport read(CodedInputStream in) throws IOException, MalformedMessageException {
    var body = new DeviceReportBody();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      body.field(tag, in);
    }
    return body.report();
  }

  private void field(int tag, CodedInputStream in) throws IOException, MalformedMessageException {
    switch (tag) {
      case ID << 3 | 2 -> id = text(in);
      case KIND << 3 | 2 -> kind = text(in);
      case MODEL << 3 | 2 -> model = text(in);
      case SIMULATED << 3 -> simulated = in.readBool();
      case STATE << 3 | 2 -> state = text(in);
      case FAULT << 3 | 2 -> fault = text(in);
      case MEND << 3 | 2 -> mend = text(in);
      case SINCE << 3 -> since = Bounds.readInstant(in);
      case SUPPLIES << 3 | 2 -> addSupply(in);
      default -> in.skipField(tag);
    }
  }

  private void addSupply(CodedInputStream in) throws IOException, MalformedMessageException {
    if (supplies.size() >= SupplyReport.MAX_SUPPLIES) {
      throw new MalformedMessageException("more supplies than " + SupplyReport.MAX_SUPPLIES);
    }
    SupplyReportBody.read(in).ifPresent(supplies::add);
  }

  private DeviceReport report() throws MalformedMessageException {
    DeviceState knownState =
        DeviceState.of(state)
            .orElseThrow(() -> new MalformedMessageException("no such device state"));
    Mend knownMend =
        Mend.of(mend).orElseThrow(() -> new MalformedMessageException("no such word for mend"));
    try {
      return new DeviceReport(
          id, kind, model, simulated, knownState, fault, knownMend, since, supplies);
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException("bad device report: " + e.getMessage(), e);
    }
  }

  private static String text(CodedInputStream in) throws IOException, MalformedMessageException {
    return Bounds.readText(in, LocalBody.MAX_TEXT_BYTES);
  }

  private static String checked(String text) {
    if (CodedOutputStream.computeStringSizeNoTag(text) > LocalBody.MAX_TEXT_BYTES) {
      throw new IllegalArgumentException("a text is longer than the local link allows");
    }
    return text;
  }
}
