package org.jiujin.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/// Stands in for a module's program: takes the same arguments, answers `/health`, and as the agent starts an app.
public final class FakeModule {
  private static final List<String> MODULES =
      List.of("device-drivers", "platform-sandbox", "fleet-console", "fleet-agent", "kiosk-app");

  private FakeModule() {}

  /// Makes a checkout whose programs are fakes.
  ///
  /// @param broken the module whose program ends at once, or empty
  static void checkout(Path home, String broken) throws IOException {
    for (String module : MODULES) {
      Path app = Files.createDirectories(home.resolve(module).resolve("target/app"));
      var manifest = new Manifest();
      manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
      String main = module.equals(broken) ? "no.such.Program" : FakeModule.class.getName();
      manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main);
      try (OutputStream file = Files.newOutputStream(app.resolve(module + ".jar"));
          var jar = new JarOutputStream(file, manifest)) {
        String name = FakeModule.class.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (InputStream code = FakeModule.class.getResourceAsStream("FakeModule.class")) {
          jar.write(code == null ? new byte[0] : code.readAllBytes());
        }
      }
    }
  }

  /// Behaves like the module.
  public static void main(String[] arguments) throws Exception {
    for (String argument : arguments) {
      String value = argument.substring(argument.indexOf('=') + 1);
      switch (argument.substring(0, argument.indexOf('='))) {
        case "--port", "--server.port", "--kiosk.mirror.port" -> serve(Integer.parseInt(value));
        case "--config" -> startApp(Path.of(value));
        default -> {} // the real program would use it
      }
    }
  }

  private static void startApp(Path config) throws IOException {
    var settings = new Properties();
    try (Reader reader = Files.newBufferedReader(config)) {
      settings.load(reader);
    }
    List<String> command =
        Stream.iterate(0, i -> settings.containsKey("app.command." + i), i -> i + 1)
            .map(i -> settings.getProperty("app.command." + i))
            .toList();
    Process app =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Path.of(settings.getProperty("app.log")).toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(app::destroy));
    serve(0); // keeps this process alive
  }

  private static void serve(int port) throws IOException {
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
