package org.jiujin.fleet;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The topic of one Sparkplug B message: `spBv1.0/GROUP/TYPE/NODE` or `spBv1.0/GROUP/TYPE/NODE/DEVICE`.
///
/// @param group the county code, `GS-621121` for example
/// @param node the terminal id
/// @param device the attached device; given exactly when the type is one of a device
/// @since 0.1.0
public record Topic(String group, MessageType type, String node, @Nullable String device) {
  /// The first level of every topic.
  public static final String NAMESPACE = "spBv1.0";

  /// The longest id that is accepted, in characters. The specification sets no limit; ours are 4 to 12 long.
  public static final int MAX_ID_LENGTH = 64;

  /// @throws IllegalArgumentException if an id is not allowed or the device does not fit the type
  public Topic {
    checkId("group", group);
    checkId("node", node);
    if (device != null) {
      checkId("device", device);
    }
    if (type.ofDevice() != (device != null)) {
      throw new IllegalArgumentException(
          type + (type.ofDevice() ? " needs a device" : " takes no device"));
    }
  }

  /// The topic of a message of the node itself.
  public static Topic ofNode(String group, MessageType type, String node) {
    return new Topic(group, type, node, null);
  }

  /// The topic of a message of a device at the node.
  public static Topic ofDevice(String group, MessageType type, String node, String device) {
    return new Topic(group, type, node, device);
  }

  /// Reads a topic as the broker delivered it.
  ///
  /// @throws MalformedMessageException if it is not a topic of a node or device; `STATE` topics of hosts are not
  public static Topic parse(String text) throws MalformedMessageException {
    String[] levels = text.split("/", -1);
    if (levels.length < 4 || levels.length > 5 || !levels[0].equals(NAMESPACE)) {
      throw new MalformedMessageException("not a Sparkplug topic of a node or device");
    }
    Optional<MessageType> type = MessageType.of(levels[2]);
    if (type.isEmpty()) {
      throw new MalformedMessageException("no such Sparkplug message type in the topic");
    }
    try {
      return new Topic(levels[1], type.get(), levels[3], levels.length == 5 ? levels[4] : null);
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException("bad Sparkplug topic: " + e.getMessage(), e);
    }
  }

  /// The topic as text, for the broker.
  public String format() {
    String ofNode = NAMESPACE + "/" + group + "/" + type + "/" + node;
    return device == null ? ofNode : ofNode + "/" + device;
  }

  /// Whether a text may serve as group, node or device id.
  public static boolean isId(String id) {
    return !id.isEmpty()
        && id.length() <= MAX_ID_LENGTH
        && id.chars().noneMatch(c -> c == '+' || c == '#' || c == '/' || Character.isISOControl(c));
  }

  private static void checkId(String what, String id) {
    if (!isId(id)) {
      throw new IllegalArgumentException(
          what + " id must have 1 to " + MAX_ID_LENGTH + " characters without + # / and controls");
    }
  }
}
