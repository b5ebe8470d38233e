package org.jiujin.sandbox;

import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// A stand-in for the provincial platform: the HTTP contract of `openapi.yaml`, invented data, and faults on demand.
///
/// Started with `--server.port=8792 --sandbox.data=FOLDER`. What it accepted survives SIGKILL and restart.
@SpringBootApplication(proxyBeanMethods = false)
public class PlatformSandbox {
  PlatformSandbox() {}

  /// Starts the sandbox and stays until SIGTERM.
  ///
  /// @param args Spring properties, `--sandbox.data=FOLDER` for example
  public static void main(String[] args) {
    run(args);
  }

  /// Starts the sandbox in this JVM, for tests.
  ///
  /// @param args as for [#main]; `--server.port=0` takes any free port
  /// @return the running sandbox; close it
  public static RunningSandbox start(String... args) {
    ConfigurableApplicationContext context = run(args);
    String port = context.getEnvironment().getProperty("local.server.port");
    return new RunningSandbox(Integer.parseInt(Objects.requireNonNull(port)), context);
  }

  private static ConfigurableApplicationContext run(String... args) {
    var application = new SpringApplication(PlatformSandbox.class);
    application.setDefaultProperties(Map.of("spring.config.name", "sandbox"));
    return application.run(args);
  }
}
