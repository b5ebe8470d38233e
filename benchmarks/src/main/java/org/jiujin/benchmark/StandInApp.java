package org.jiujin.benchmark;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jiujin.fleet.DeviceState;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.Mend;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.local.DeviceReport;
import org.jiujin.fleet.local.LocalCodec;
import org.jiujin.fleet.local.LocalMessage;

/// The app that the measured agent keeps running: reports once, with eight devices, and answers. A program of its own; not
/// measured.
public final class StandInApp {
  private static final List<String> DEVICES =
      List.of("idcard", "receipt", "scanner", "camera", "document", "sam", "cabinet", "pinpad");

  private StandInApp() {}

  /// Runs until it is asked to stop.
  ///
  /// @param words the path of the agent's socket, and if wanted a file to make when it has said hello
  public static void main(String[] words) throws IOException, MalformedMessageException {
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(Path.of(words[0])))) {
      var in = Channels.newInputStream(channel);
      var out = Channels.newOutputStream(channel);
      LocalCodec.write(new LocalMessage.Hello(ProcessHandle.current().pid(), "stand-in"), out);
      LocalCodec.write(report(), out);
      if (words.length > 1) {
        Files.createFile(Path.of(words[1]));
      }
      for (Optional<LocalMessage> message = LocalCodec.read(in);
          message.isPresent() && !(message.get() instanceof LocalMessage.Stop);
          message = LocalCodec.read(in)) {
        if (message.get() instanceof LocalMessage.Ping(var nonce)) {
          LocalCodec.write(new LocalMessage.Pong(nonce), out);
        }
      }
    }
  }

  private static LocalMessage.Report report() {
    var at = Instant.EPOCH;
    return new LocalMessage.Report(
        List.of(
            Metric.named(NodeMetric.APP_STATE.wireName(), at, MetricValue.of("ready")),
            Metric.named(NodeMetric.APP_SESSIONS_TODAY.wireName(), at, MetricValue.of(3))),
        DEVICES.stream()
            .map(id ->
                new DeviceReport(id, id, "bench", true, DeviceState.READY, "", Mend.NOBODY, at))
            .toList());
  }
}
