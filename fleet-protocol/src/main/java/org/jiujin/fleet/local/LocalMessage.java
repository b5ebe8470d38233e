package org.jiujin.fleet.local;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.Topic;
import org.jiujin.fleet.command.Command;
import org.jiujin.fleet.command.CommandState;
import org.jiujin.fleet.configuration.Layer;

/// One message of the local link between app and agent.
///
/// The app connects, says [Hello] and then sends a [Report] at every change and at least every 10 s. The agent sends
/// [Ping]; the app answers with [Pong] from the thread that paints, so that the answer proves that the screen lives.
///
/// @since 0.1.0
public sealed interface LocalMessage {
  /// App → agent, first: who connects.
  ///
  /// @param pid the process id of the app
  /// @param version the version of the app
  record Hello(long pid, String version) implements LocalMessage {}

  /// App → agent: how everything is now. Always whole: a device that is not in it is no longer attached.
  ///
  /// @param metrics values of the terminal by [org.jiujin.fleet.NodeMetric#wireName()]
  record Report(List<Metric> metrics, List<DeviceReport> devices) implements LocalMessage {
    public Report {
      metrics = List.copyOf(metrics);
      devices = List.copyOf(devices);
    }
  }

  /// App → agent: the answer to the [Ping] with the same nonce.
  record Pong(long nonce) implements LocalMessage {}

  /// Agent → app: answer from the thread that paints.
  record Ping(long nonce) implements LocalMessage {}

  /// Agent → app: end cleanly, now.
  record Stop() implements LocalMessage {}

  /// Agent → app: do this. The app answers each order with one [OrderDone].
  ///
  /// @param id told again in the answer; the id of a command, or [#STANDING]
  /// @param verb a [org.jiujin.fleet.command.CommandVerb#word()]; the app may not know it
  record Order(String id, String verb, Map<String, String> arguments) implements LocalMessage {
    /// The id of what holds from an earlier command on and is told to every app that begins.
    public static final String STANDING = "standing";

    /// @throws IllegalArgumentException if the id cannot be one, or there are too many arguments
    public Order {
      checkId(id);
      if (arguments.size() > Command.MAX_ARGUMENTS) {
        throw new IllegalArgumentException("too many arguments");
      }
      arguments = Map.copyOf(arguments);
    }
  }

  /// App → agent: how an [Order] ended.
  ///
  /// @param state one that is final
  /// @param reason a word, or empty
  /// @param detail what the order yields, a picture for example
  record OrderDone(String id, CommandState state, String reason, ByteString detail)
      implements LocalMessage {
    /// The longest detail, in bytes.
    public static final int MAX_DETAIL_BYTES = 48 * 1024;

    private static final Pattern REASON = Pattern.compile("[A-Za-z0-9._-]{0,64}");

    /// @throws IllegalArgumentException if the state is not final, or another part is out of bounds
    public OrderDone {
      checkId(id);
      if (!state.isFinal() || !REASON.matcher(reason).matches()) {
        throw new IllegalArgumentException("the state is not final, or the reason not a word");
      }
      if (detail.size() > MAX_DETAIL_BYTES) {
        throw new IllegalArgumentException("the detail is too long");
      }
    }

    /// An order that yields nothing but its end.
    public static OrderDone of(String id, CommandState state, String reason) {
      return new OrderDone(id, state, reason, ByteString.EMPTY);
    }
  }

  /// Agent → app: what the operator set from afar, whole. The app puts it in force as soon as no resident is being served, and answers
  /// with [SettingsTaken]. The last one counts; without one, and for every name that is missing, the terminal profile does.
  ///
  /// @param version of the configuration; 0 when there is none any more
  /// @param values by [org.jiujin.fleet.configuration.Setting#wireName()], those that the app uses
  record Settings(long version, Map<String, String> values) implements LocalMessage {
    /// @throws IllegalArgumentException if there are too many
    public Settings {
      if (values.size() > Layer.MAX_SETTINGS) {
        throw new IllegalArgumentException("too many settings");
      }
      values = Map.copyOf(values);
    }
  }

  /// App → agent: the [Settings] of this version are in force, or none of them is.
  ///
  /// @param refused the names that the app cannot take; empty when all are in force
  record SettingsTaken(long version, List<String> refused) implements LocalMessage {
    /// @throws IllegalArgumentException if there are too many
    public SettingsTaken {
      if (refused.size() > Layer.MAX_SETTINGS) {
        throw new IllegalArgumentException("too many settings");
      }
      refused = List.copyOf(refused);
    }
  }

  /// Agent → app, at the start of each app and at every change: whether the terminal is to be registered, and with what.
  ///
  /// @param terminal the id that the terminal is to be registered with; empty when nothing is to be done
  /// @param code what the operator types in; empty while the console has not heard of it yet
  /// @param known the terminal was registered before and only lost its certificate: it goes on serving
  record Claim(String terminal, String code, boolean known) implements LocalMessage {
    private static final Pattern CODE = Pattern.compile("([A-Z0-9]{4}-[A-Z0-9]{4})?");

    /// Nothing is to be done.
    public static final Claim NONE = new Claim("", "", false);

    /// @throws IllegalArgumentException if id or code cannot be one
    public Claim {
      if (!(terminal.isEmpty() || Topic.isId(terminal)) || !CODE.matcher(code).matches()) {
        throw new IllegalArgumentException("no claim has such an id or code");
      }
      if (terminal.isEmpty() && !code.isEmpty()) {
        throw new IllegalArgumentException("a code without a terminal");
      }
    }

    /// Without the code: it must not reach a log.
    @Override
    public String toString() {
      return "Claim[" + terminal + (code.isEmpty() ? "" : ", ****-****") + ", " + known + "]";
    }
  }

  /// App → agent: how far the audit journal went. Told when it changed, at most once a minute and at the end of each session, and at the
  /// start of each connection.
  ///
  /// @param chain its id; empty when there is no journal at all
  /// @param count how many entries the chain has had; 0 only without a chain
  /// @param hash SHA-256 of the last entry; empty only without a chain
  /// @param at when the last entry was made
  /// @param unwritten how many entries the disk did not take; 0 when all is well
  record AuditHead(String chain, long count, String hash, Instant at, long unwritten)
      implements LocalMessage {
    private static final Pattern CHAIN = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /// @throws IllegalArgumentException if no chain can have such a head
    public AuditHead {
      boolean none = chain.isEmpty() && hash.isEmpty() && count == 0;
      boolean some = CHAIN.matcher(chain).matches() && HASH.matcher(hash).matches() && count > 0;
      if (!(none || some) || unwritten < 0) {
        throw new IllegalArgumentException("no chain has such a head");
      }
    }

    /// There is no journal at all.
    ///
    /// @param at since when
    public static AuditHead none(Instant at, long unwritten) {
      return new AuditHead("", 0, "", at, unwritten);
    }
  }

  private static void checkId(String id) {
    if (!Command.isId(id)) {
      throw new IllegalArgumentException("no order has this id");
    }
  }
}
