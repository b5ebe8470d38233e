package org.jiujin.agent.link;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Takes apart what a client sent: as much of MQTT 5 as a test needs to see.
final class MqttPackets {
  static final int CONNECT = 1;
  static final int PUBLISH = 3;
  static final int SUBSCRIBE = 8;
  static final int DISCONNECT = 14;

  /// One packet.
  ///
  /// @param flags the lower half of the first byte
  record Packet(int type, int flags, ByteString body) {
    /// Of a PUBLISH.
    String topic() throws IOException {
      return new DataInputStream(body.newInput()).readUTF();
    }
  }

  /// What a CONNECT says.
  record Connect(
      boolean cleanStart, boolean sessionKept, String willTopic, int willQos, boolean willRetain) {}

  private MqttPackets() {}

  /// Everything complete in the bytes that [RecordingProxy] kept.
  static List<Packet> of(String hex) throws IOException {
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
    var in = new DataInputStream(new ByteArrayInputStream(bytes));
    List<Packet> packets = new ArrayList<>();
    while (in.available() > 1) {
      int first = in.readUnsignedByte();
      int length = number(in);
      if (in.available() < length) {
        break;
      }
      packets.add(new Packet(first >> 4, first & 0x0F, ByteString.copyFrom(in.readNBytes(length))));
    }
    return packets;
  }

  static Connect connect(Packet packet) throws IOException {
    var in = new DataInputStream(packet.body().newInput());
    in.readUTF(); // MQTT
    in.readUnsignedByte(); // version
    int flags = in.readUnsignedByte();
    in.readUnsignedShort(); // keep-alive
    boolean kept = sessionExpiry(in.readNBytes(number(in))) != 0;
    in.readUTF(); // client id
    in.skipBytes(number(in)); // properties of the will
    return new Connect(
        (flags & 0x02) != 0, kept, in.readUTF(), flags >> 3 & 0x03, (flags & 0x20) != 0);
  }

  /// The filters of a SUBSCRIBE, as `FILTER at QOS`.
  static List<String> filters(Packet packet) throws IOException {
    var in = new DataInputStream(packet.body().newInput());
    in.readUnsignedShort(); // packet id
    in.skipBytes(number(in));
    List<String> filters = new ArrayList<>();
    while (in.available() > 0) {
      byte[] filter = in.readNBytes(in.readUnsignedShort());
      filters.add(
          new String(filter, StandardCharsets.UTF_8) + " at " + (in.readUnsignedByte() & 0x03));
    }
    return filters;
  }

  /// 0 also when it is left out, as the standard has it.
  private static int sessionExpiry(byte[] properties) throws IOException {
    var in = new DataInputStream(new ByteArrayInputStream(properties));
    return properties.length > 4 && in.readUnsignedByte() == 0x11 ? in.readInt() : 0;
  }

  private static int number(DataInputStream in) throws IOException {
    int number = 0;
    for (int shift = 0; shift < 28; shift += 7) {
      int next = in.readUnsignedByte();
      number |= (next & 0x7F) << shift;
      if ((next & 0x80) == 0) {
        break;
      }
    }
    return number;
  }
}
