package org.jiujin.fleet.local;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiujin.fleet.Bounds;
import org.jiujin.fleet.Fields;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.configuration.Layer;

/// The wire form of [LocalMessage.Settings] and [LocalMessage.SettingsTaken].
final class SettingsBody {
  private SettingsBody() {}

  static void write(LocalMessage.Settings settings, CodedOutputStream out) throws IOException {
    out.writeInt64(1, settings.version());
    for (var setting : new TreeMap<>(settings.values()).entrySet()) {
      out.writeByteArray(
          2,
          LocalBody.body(entry -> {
            entry.writeString(1, setting.getKey());
            entry.writeString(2, setting.getValue());
          }));
    }
  }

  static void write(LocalMessage.SettingsTaken taken, CodedOutputStream out) throws IOException {
    out.writeInt64(1, taken.version());
    for (String name : taken.refused()) {
      out.writeString(2, name);
    }
  }

  static LocalMessage.Settings readSettings(CodedInputStream in)
      throws IOException, MalformedMessageException {
    long version = 0;
    Map<String, String> values = new HashMap<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case 1 << 3 -> version = in.readInt64();
        case 2 << 3 | 2 -> {
          Map.Entry<String, String> value = LocalBody.nested(in, SettingsBody::readValue);
          values.put(value.getKey(), value.getValue());
        }
        default -> in.skipField(tag);
      }
    }
    long read = version;
    return Fields.checked(() -> new LocalMessage.Settings(read, values));
  }

  static LocalMessage.SettingsTaken readTaken(CodedInputStream in)
      throws IOException, MalformedMessageException {
    long version = 0;
    List<String> refused = new ArrayList<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case 1 << 3 -> version = in.readInt64();
        case 2 << 3 | 2 -> refused.add(Bounds.readText(in, Layer.MAX_NAME_LENGTH));
        default -> in.skipField(tag);
      }
    }
    long read = version;
    return Fields.checked(() -> new LocalMessage.SettingsTaken(read, refused));
  }

  private static Map.Entry<String, String> readValue(CodedInputStream in)
      throws IOException, MalformedMessageException {
    String name = "";
    String value = "";
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case 1 << 3 | 2 -> name = Bounds.readText(in, Layer.MAX_NAME_LENGTH);
        case 2 << 3 | 2 -> value = Bounds.readText(in, Layer.MAX_VALUE_BYTES);
        default -> in.skipField(tag);
      }
    }
    return Map.entry(name, value);
  }
}
