package org.jiujin.fleet.local;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import org.jiujin.fleet.Bounds;
import org.jiujin.fleet.MalformedMessageException;

/// The wire form of a [LocalMessage.Claim].
final class ClaimBody {
  private static final int TERMINAL = 1;
  private static final int CODE = 2;
  private static final int KNOWN = 3;

  private ClaimBody() {}

  static void write(LocalMessage.Claim claim, CodedOutputStream out) throws IOException {
    out.writeString(TERMINAL, claim.terminal());
    out.writeString(CODE, claim.code());
    out.writeBool(KNOWN, claim.known());
  }

  static LocalMessage read(CodedInputStream in) throws IOException, MalformedMessageException {
    String terminal = "";
    String code = "";
    boolean known = false;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case TERMINAL << 3 | 2 -> terminal = Bounds.readText(in, LocalBody.MAX_TEXT_BYTES);
        case CODE << 3 | 2 -> code = Bounds.readText(in, LocalBody.MAX_TEXT_BYTES);
        case KNOWN << 3 -> known = in.readBool();
        default -> in.skipField(tag);
      }
    }
    try {
      return new LocalMessage.Claim(terminal, code, known);
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException("bad claim: " + e.getMessage(), e);
    }
  }
}
