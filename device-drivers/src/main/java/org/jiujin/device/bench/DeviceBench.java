package org.jiujin.device.bench;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The program with the virtual devices and the page for hands.
///
/// Runs until it gets a signal, then pulls all cables and ends. `--port=8791 --dir=FOLDER --font=TTF
/// --relay=NAME:LISTENPORT:TARGETPORT …`
public final class DeviceBench {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceBench.class);

  private DeviceBench() {}

  /// Starts the bench.
  ///
  /// @throws IOException when a port is taken or the font cannot be read
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var options = BenchOptions.parse(arguments);
    var ended = new CountDownLatch(1);
    var bench = Bench.set(options);
    var server = BenchServer.start(bench, options.port());
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("bench-end")
                .unstarted(() -> {
                  server.close();
                  bench.close();
                  ended.countDown();
                }));
    LOG.info("The device bench is at http://127.0.0.1:{}/", server.port());
    ended.await();
  }
}
