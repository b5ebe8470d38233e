package org.jiujin.fleet.local;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jiujin.fleet.Bounds;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.command.Command;
import org.jiujin.fleet.command.CommandState;

/// The wire form of [LocalMessage.Order] and [LocalMessage.OrderDone].
final class OrderBody {
  private OrderBody() {}

  static void write(LocalMessage.Order order, CodedOutputStream out) throws IOException {
    out.writeString(1, order.id());
    out.writeString(2, order.verb());
    for (var argument : new TreeMap<>(order.arguments()).entrySet()) {
      out.writeByteArray(
          3,
          LocalBody.body(entry -> {
            entry.writeString(1, argument.getKey());
            entry.writeString(2, argument.getValue());
          }));
    }
  }

  static void write(LocalMessage.OrderDone done, CodedOutputStream out) throws IOException {
    out.writeString(1, done.id());
    out.writeString(2, done.state().word());
    out.writeString(3, done.reason());
    out.writeBytes(4, done.detail());
  }

  static LocalMessage.Order readOrder(CodedInputStream in)
      throws IOException, MalformedMessageException {
    String id = "";
    String verb = "";
    Map<String, String> arguments = new HashMap<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case 1 << 3 | 2 -> id = Bounds.readText(in, LocalBody.MAX_TEXT_BYTES);
        case 2 << 3 | 2 -> verb = Bounds.readText(in, LocalBody.MAX_TEXT_BYTES);
        case 3 << 3 | 2 -> {
          Map.Entry<String, String> argument = LocalBody.nested(in, OrderBody::readArgument);
          arguments.put(argument.getKey(), argument.getValue());
        }
        default -> in.skipField(tag);
      }
    }
    try {
      return new LocalMessage.Order(id, verb, arguments);
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException("bad order: " + e.getMessage(), e);
    }
  }

  static LocalMessage.OrderDone readDone(CodedInputStream in)
      throws IOException, MalformedMessageException {
    String id = "";
    String state = "";
    String reason = "";
    ByteString detail = ByteString.EMPTY;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case 1 << 3 | 2 -> id = Bounds.readText(in, LocalBody.MAX_TEXT_BYTES);
        case 2 << 3 | 2 -> state = Bounds.readText(in, LocalBody.MAX_TEXT_BYTES);
        case 3 << 3 | 2 -> reason = Bounds.readText(in, LocalBody.MAX_TEXT_BYTES);
        case 4 << 3 | 2 -> detail = Bounds.readBytes(in, LocalMessage.OrderDone.MAX_DETAIL_BYTES);
        default -> in.skipField(tag);
      }
    }
    CommandState known =
        CommandState.of(state)
            .orElseThrow(() -> new MalformedMessageException("no such state of an order"));
    try {
      return new LocalMessage.OrderDone(id, known, reason, detail);
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException("bad end of an order: " + e.getMessage(), e);
    }
  }

  private static Map.Entry<String, String> readArgument(CodedInputStream in)
      throws IOException, MalformedMessageException {
    String name = "";
    String value = "";
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case 1 << 3 | 2 -> name = Bounds.readText(in, Command.MAX_NAME_BYTES);
        case 2 << 3 | 2 -> value = Bounds.readText(in, Command.MAX_ARGUMENT_BYTES);
        default -> in.skipField(tag);
      }
    }
    return Map.entry(name, value);
  }
}
