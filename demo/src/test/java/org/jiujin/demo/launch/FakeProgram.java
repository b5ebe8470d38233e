package org.jiujin.demo.launch;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A tiny process that behaves, or not. Tests start it in a JVM of its own.
public final class FakeProgram {
  /// What it does after its start.
  enum Manner {
    /// Answers, and ends when asked.
    GOOD,
    /// Never answers.
    SILENT,
    /// Ends at once with exit code 3.
    BROKEN,
    /// Answers, and does not end when asked.
    STUBBORN,
    /// Answers, and has started a process of its own that does not end when asked.
    PARENT
  }

  private FakeProgram() {}

  static Program program(String name, Manner manner, int port, Duration limit) {
    return new Program(
        name, command(manner, port), URI.create("http://127.0.0.1:" + port + "/health"), limit);
  }

  private static List<String> command(Manner manner, int port) {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-cp",
            Path.of(FakeProgram.class.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toString(),
            FakeProgram.class.getName(),
            manner.name(),
            Integer.toString(port)));
  }

  /// Starts behaving.
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[1]);
    System.out.println("the fake begins");
    switch (Manner.valueOf(arguments[0])) {
      case GOOD -> serve(port);
      case SILENT -> new CountDownLatch(1).await();
      case BROKEN -> System.exit(3);
      case STUBBORN -> {
        Runtime.getRuntime().addShutdownHook(new Thread(FakeProgram::forever));
        serve(port);
      }
      case PARENT -> {
        new ProcessBuilder(command(Manner.STUBBORN, 0)).inheritIO().start();
        serve(port);
      }
    }
  }

  private static void forever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private static void serve(int port) throws Exception {
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/health",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }
}
