package org.jiujin.fleet.command;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jiujin.fleet.Bounds;
import org.jiujin.fleet.Fields;
import org.jiujin.fleet.MalformedMessageException;

/// Writes and reads commands and their results. Bounded, thread-safe; field numbers are those of `command.proto`.
///
/// @since 0.1.0
public final class CommandCodec {
  /// The longest command, with its signature.
  public static final int MAX_COMMAND_BYTES = 24 * 1024;

  private static final int MAX_RESULT_BYTES = CommandResult.MAX_DETAIL_BYTES + 1024;
  private static final int MAX_SIGNATURE_BYTES = 1024;
  private static final int MAX_WORD_BYTES = 64;
  private static final int MAX_ID_BYTES = 256; // 64 characters

  private CommandCodec() {}

  /// The bytes that are signed.
  public static ByteString encode(Command command) {
    return Fields.write(out -> {
      out.writeString(1, command.id());
      out.writeString(2, command.group());
      out.writeString(3, command.terminal());
      out.writeString(4, command.verb());
      for (var argument : new TreeMap<>(command.arguments()).entrySet()) {
        out.writeBytes(
            5,
            Fields.write(entry -> {
              entry.writeString(1, argument.getKey());
              entry.writeString(2, argument.getValue());
            }));
      }
      out.writeInt64(6, command.issuedAt().toEpochMilli());
      out.writeInt64(7, command.notAfter().toEpochMilli());
      out.writeString(8, command.issuer());
    });
  }

  /// The value of the metric `Cmd/Run`.
  public static ByteString encode(SignedCommand signed) {
    return Fields.write(out -> {
      out.writeBytes(1, signed.command());
      out.writeString(2, signed.keyId());
      out.writeString(3, signed.algorithm());
      out.writeBytes(4, signed.signature());
    });
  }

  /// The value of the metric `Cmd/Result`.
  public static ByteString encode(CommandResult result) {
    return Fields.write(out -> {
      out.writeString(1, result.id());
      out.writeString(2, result.state().word());
      out.writeString(3, result.reason());
      out.writeInt64(4, result.took().toMillis());
      out.writeBytes(5, result.detail());
    });
  }

  /// Reads what [#encode(Command)] wrote.
  ///
  /// @throws MalformedMessageException if it is not a command, or more than the bounds allow
  public static Command decode(ByteString bytes) throws MalformedMessageException {
    var reading = new CommandReading();
    Fields.read(bytes, MAX_COMMAND_BYTES, reading);
    return Fields.checked(reading::command);
  }

  /// Reads what [#encode(SignedCommand)] wrote.
  ///
  /// @throws MalformedMessageException if it is not a signed command, or more than the bounds allow
  public static SignedCommand decodeSigned(ByteString bytes) throws MalformedMessageException {
    var reading = new SignedReading();
    Fields.read(bytes, MAX_COMMAND_BYTES, reading);
    return new SignedCommand(reading.command, reading.keyId, reading.algorithm, reading.signature);
  }

  /// Reads what [#encode(CommandResult)] wrote.
  ///
  /// @throws MalformedMessageException if it is not a result, or more than the bounds allow
  public static CommandResult decodeResult(ByteString bytes) throws MalformedMessageException {
    var reading = new ResultReading();
    Fields.read(bytes, MAX_RESULT_BYTES, reading);
    CommandState state =
        CommandState.of(reading.state)
            .orElseThrow(() -> new MalformedMessageException("no such state of a command"));
    return Fields.checked(() ->
        new CommandResult(
            reading.id, state, reading.reason, Duration.ofMillis(reading.millis), reading.detail));
  }

  private static final class CommandReading implements Fields.Reader {
    private String id = "";
    private String group = "";
    private String terminal = "";
    private String verb = "";
    private final Map<String, String> arguments = new HashMap<>();
    private Instant issuedAt = Instant.EPOCH;
    private Instant notAfter = Instant.EPOCH;
    private String issuer = "";

    @Override
    public void field(int tag, CodedInputStream in) throws IOException, MalformedMessageException {
      switch (tag) {
        case 1 << 3 | 2 -> id = Bounds.readText(in, MAX_WORD_BYTES);
        case 2 << 3 | 2 -> group = Bounds.readText(in, MAX_ID_BYTES);
        case 3 << 3 | 2 -> terminal = Bounds.readText(in, MAX_ID_BYTES);
        case 4 << 3 | 2 -> verb = Bounds.readText(in, MAX_WORD_BYTES);
        case 5 << 3 | 2 -> argument(in.readBytes());
        case 6 << 3 -> issuedAt = Bounds.readInstant(in);
        case 7 << 3 -> notAfter = Bounds.readInstant(in);
        case 8 << 3 | 2 -> issuer = Bounds.readText(in, Command.MAX_NAME_BYTES);
        default -> in.skipField(tag);
      }
    }

    private void argument(ByteString bytes) throws MalformedMessageException {
      var entry = new ArgumentReading();
      Fields.read(bytes, MAX_COMMAND_BYTES, entry);
      arguments.put(entry.name, entry.value);
    }

    Command command() {
      return new Command(id, group, terminal, verb, arguments, issuedAt, notAfter, issuer);
    }
  }

  private static final class ArgumentReading implements Fields.Reader {
    private String name = "";
    private String value = "";

    @Override
    public void field(int tag, CodedInputStream in) throws IOException, MalformedMessageException {
      switch (tag) {
        case 1 << 3 | 2 -> name = Bounds.readText(in, Command.MAX_NAME_BYTES);
        case 2 << 3 | 2 -> value = Bounds.readText(in, Command.MAX_ARGUMENT_BYTES);
        default -> in.skipField(tag);
      }
    }
  }

  private static final class SignedReading implements Fields.Reader {
    private ByteString command = ByteString.EMPTY;
    private String keyId = "";
    private String algorithm = "";
    private ByteString signature = ByteString.EMPTY;

    @Override
    public void field(int tag, CodedInputStream in) throws IOException, MalformedMessageException {
      switch (tag) {
        case 1 << 3 | 2 -> command = Bounds.readBytes(in, MAX_COMMAND_BYTES);
        case 2 << 3 | 2 -> keyId = Bounds.readText(in, MAX_WORD_BYTES);
        case 3 << 3 | 2 -> algorithm = Bounds.readText(in, MAX_WORD_BYTES);
        case 4 << 3 | 2 -> signature = Bounds.readBytes(in, MAX_SIGNATURE_BYTES);
        default -> in.skipField(tag);
      }
    }
  }

  private static final class ResultReading implements Fields.Reader {
    private String id = "";
    private String state = "";
    private String reason = "";
    private long millis;
    private ByteString detail = ByteString.EMPTY;

    @Override
    public void field(int tag, CodedInputStream in) throws IOException, MalformedMessageException {
      switch (tag) {
        case 1 << 3 | 2 -> id = Bounds.readText(in, MAX_WORD_BYTES);
        case 2 << 3 | 2 -> state = Bounds.readText(in, MAX_WORD_BYTES);
        case 3 << 3 | 2 -> reason = Bounds.readText(in, MAX_WORD_BYTES);
        case 4 << 3 -> millis = in.readInt64();
        case 5 << 3 | 2 -> detail = Bounds.readBytes(in, CommandResult.MAX_DETAIL_BYTES);
        default -> in.skipField(tag);
      }
    }
  }
}
