package org.jiujin.agent.supervise;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.jiujin.fleet.DeviceState;
import org.jiujin.fleet.Mend;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.command.CommandState;
import org.jiujin.fleet.local.DeviceReport;
import org.jiujin.fleet.local.LocalCodec;
import org.jiujin.fleet.local.LocalMessage;

/// The smallest app there can be: a process of its own that speaks the local link.
///
/// It stops answering while the file `frozen` lies beside the socket, fails when it finds `broken`, and takes much memory
/// when it finds `grows`. It serves a resident while `serving` lies there, does whatever it is ordered, and notes its starts,
/// its orders and what is set in `starts`, `orders` and `settings`. It takes every setting but the hotline 99999, and dies of the hotline
/// 00000.
///
/// After the socket's path may stand the version that it says it is, and what is wrong with it: `ends` at once, is `silent`, `hides` its
/// reader, or `leaks`; and the folder of a catalogue, which it notes in `catalogues`, and ends at once when there is `broken` in it.
final class TinyApp {
  private static final int LARGE = 300_000_000;

  private TinyApp() {}

  public static void main(String[] args) throws Exception {
    Path socket = Path.of(args[0]);
    Path frozen = socket.resolveSibling("frozen");
    String release = args.length > 1 ? args[1] : "tiny";
    String wrong = args.length > 2 ? args[2] : "";
    List<byte[]> hoard = new ArrayList<>();
    note(socket.resolveSibling("starts"), "started");
    if (args.length > 3) {
      note(socket.resolveSibling("catalogues"), args[3]);
      wrong = Files.exists(Path.of(args[3], "broken")) ? "ends" : wrong;
    }
    switch (wrong) {
      case "ends" -> System.exit(3);
      case "silent" -> new CountDownLatch(1).await();
      default -> {}
    }
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      var in = Channels.newInputStream(channel);
      var out = Channels.newOutputStream(channel);
      LocalCodec.write(new LocalMessage.Hello(ProcessHandle.current().pid(), release), out);
      LocalCodec.write(report(socket, wrong), out);
      for (Optional<LocalMessage> message = LocalCodec.read(in);
          message.isPresent();
          message = LocalCodec.read(in)) {
        if (Files.exists(frozen)) {
          new CountDownLatch(1).await(); // for ever, as a deadlocked app does
        }
        if (Files.exists(socket.resolveSibling("broken"))) {
          throw new IllegalStateException("the resident's name, for example");
        }
        switch (message.get()) {
          case LocalMessage.Ping(var nonce) -> {
            if (wrong.equals("leaks")
                || (Files.exists(socket.resolveSibling("grows")) && hoard.isEmpty())) {
              hoard.add(new byte[LARGE]);
              Arrays.fill(hoard.getLast(), (byte) 1);
            }
            LocalCodec.write(report(socket, wrong), out);
            LocalCodec.write(new LocalMessage.Pong(nonce), out);
          }
          case LocalMessage.Stop _ -> {
            Files.writeString(socket.resolveSibling("stopped-politely"), "yes");
            return;
          }
          case LocalMessage.Order order -> {
            note(socket.resolveSibling("orders"), order.id() + " " + order.verb());
            LocalCodec.write(LocalMessage.OrderDone.of(order.id(), CommandState.DONE, ""), out);
          }
          case LocalMessage.Settings(var version, var values) -> {
            note(socket.resolveSibling("settings"), version + " " + new TreeMap<>(values));
            if (values.containsValue("00000")) {
              throw new IllegalStateException("a setting that this app dies of");
            }
            List<String> refused =
                values.containsValue("99999") ? List.of("place.hotline") : List.of();
            LocalCodec.write(new LocalMessage.SettingsTaken(version, refused), out);
          }
          default -> throw new IllegalStateException("the agent says something else");
        }
      }
    }
  }

  private static LocalMessage.Report report(Path socket, String wrong) {
    var at = Instant.EPOCH;
    String state = Files.exists(socket.resolveSibling("serving")) ? "serving" : "ready";
    return new LocalMessage.Report(
        List.of(
            Metric.named(NodeMetric.APP_STATE.wireName(), at, MetricValue.of(state)),
            Metric.named(NodeMetric.APP_SESSIONS_TODAY.wireName(), at, MetricValue.of(3))),
        wrong.equals("hides")
            ? List.of()
            : List.of(
                new DeviceReport(
                    "idcard", "reader", "tiny", true, DeviceState.READY, "", Mend.NOBODY, at)));
  }

  /// A disk that is full costs the note, as it costs a real app its log.
  private static void note(Path file, String line) {
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException full) {
      System.err.println("no note: " + full);
    }
  }
}
