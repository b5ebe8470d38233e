package org.jiujin.console;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/// The program: one console instance with its pages, its broker link and, unless told otherwise, its own broker and
/// database.
@SpringBootApplication
@ConfigurationPropertiesScan
public class FleetConsole {
  /// Starts the console; SIGTERM stops it.
  public static void main(String[] arguments) {
    SpringApplication.run(FleetConsole.class, arguments);
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }
}
