package org.jiujin.agent.supervise;

import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jiujin.fleet.DeviceState;
import org.jiujin.fleet.Mend;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.local.DeviceReport;
import org.jiujin.fleet.local.LocalCodec;
import org.jiujin.fleet.local.LocalMessage;

/// The smallest app there can be: a process of its own that speaks the local link.
///
/// It stops answering while the file `frozen` lies beside the socket.
final class TinyApp {
  private TinyApp() {}

  public static void main(String[] args) throws Exception {
    Path socket = Path.of(args[0]);
    Path frozen = socket.resolveSibling("frozen");
    var at = Instant.EPOCH;
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      var in = Channels.newInputStream(channel);
      var out = Channels.newOutputStream(channel);
      LocalCodec.write(new LocalMessage.Hello(ProcessHandle.current().pid(), "tiny"), out);
      LocalCodec.write(
          new LocalMessage.Report(
              List.of(
                  Metric.named(NodeMetric.APP_SESSIONS_TODAY.wireName(), at, MetricValue.of(3))),
              List.of(
                  new DeviceReport(
                      "idcard", "reader", "tiny", true, DeviceState.READY, "", Mend.NOBODY, at))),
          out);
      for (Optional<LocalMessage> message = LocalCodec.read(in);
          message.isPresent();
          message = LocalCodec.read(in)) {
        if (Files.exists(frozen)) {
          new CountDownLatch(1).await(); // for ever, as a deadlocked app does
        }
        switch (message.get()) {
          case LocalMessage.Ping(var nonce) -> LocalCodec.write(new LocalMessage.Pong(nonce), out);
          case LocalMessage.Stop _ -> {
            Files.writeString(socket.resolveSibling("stopped-politely"), "yes");
            return;
          }
          default -> throw new IllegalStateException("the agent says something else");
        }
      }
    }
  }
}
