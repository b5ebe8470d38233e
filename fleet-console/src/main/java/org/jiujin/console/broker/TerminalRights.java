package org.jiujin.console.broker;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import java.util.List;
import java.util.Objects;

/// What a terminal may say and hear: the patterns of `config/broker/mosquitto/acl`. The county, the second level, is any: that
/// it is the right one is checked where the console reads.
///
/// Mosquitto lets a terminal ask for more and gives it what is its own; here, asking for more is refused.
///
/// @param terminal the common name in its certificate
record TerminalRights(String terminal) {
  /// `%u` is the terminal.
  static final List<String> SAYS =
      List.of(
          "spBv1.0/+/NBIRTH/%u",
          "spBv1.0/+/NDATA/%u",
          "spBv1.0/+/NDEATH/%u",
          "spBv1.0/+/DBIRTH/%u/+",
          "spBv1.0/+/DDATA/%u/+",
          "spBv1.0/+/DDEATH/%u/+");

  /// What the agent puts before its name.
  private static final String CLIENT_ID = "jiujin-";

  static final List<String> HEARS =
      List.of("spBv1.0/STATE/+", "spBv1.0/+/NCMD/%u", "spBv1.0/+/DCMD/%u/#");

  /// Whether a packet is one that this terminal may send.
  boolean allow(MqttMessage packet) {
    return switch (packet) {
      case MqttConnectMessage connect -> allow(connect);
      case MqttPublishMessage publish -> maySay(publish.variableHeader().topicName());
      case MqttSubscribeMessage subscribe ->
          subscribe.payload().topicSubscriptions().stream()
              .allMatch(one -> mayHear(one.topicFilter()));
      default -> true;
    };
  }

  /// Its client id must be made of its name: otherwise a terminal could end another's session by coming with that one's.
  private boolean allow(MqttConnectMessage connect) {
    boolean will = connect.variableHeader().isWillFlag();
    return (CLIENT_ID + terminal).equals(connect.payload().clientIdentifier())
        && (!will || maySay(Objects.requireNonNullElse(connect.payload().willTopic(), "")));
  }

  boolean maySay(String topic) {
    return !topic.contains("+")
        && !topic.contains("#")
        && SAYS.stream().anyMatch(pattern -> covers(pattern, topic));
  }

  boolean mayHear(String filter) {
    return HEARS.stream().anyMatch(pattern -> covers(pattern, filter));
  }

  /// Whether everything that the filter names is in the pattern (MQTT 5, 4.7).
  private boolean covers(String pattern, String filter) {
    String[] wide = pattern.split("/", -1);
    String[] narrow = filter.split("/", -1);
    for (int i = 0; i < wide.length; i++) {
      if (wide[i].equals("#")) {
        return true;
      }
      if (i >= narrow.length || !coversLevel(wide[i], narrow[i])) {
        return false;
      }
    }
    return wide.length == narrow.length;
  }

  private boolean coversLevel(String wide, String narrow) {
    if (narrow.equals("#")) {
      return false;
    }
    return switch (wide) {
      case "+" -> true;
      case "%u" -> narrow.equals(terminal);
      default -> narrow.equals(wide);
    };
  }
}
