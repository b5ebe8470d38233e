package org.jiujin.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultTest {
  private static final Path CONSOLE_WORDS =
      Path.of(
          Objects.requireNonNull(System.getProperty("kiosk.home")),
          "fleet-console/src/main/resources/messages.properties");

  @Test
  void hasAWordOnTheOperatorsPageForEveryCode() throws IOException {
    var words = new Properties();
    try (var reader = Files.newBufferedReader(CONSOLE_WORDS)) {
      words.load(reader);
    }
    var missing =
        Stream.of(Fault.Code.values())
            .map(code -> Fault.of(code).textKey())
            .filter(key -> !words.containsKey(key))
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void saysWhoUsuallyMendsIt() {
    assertEquals(Fault.Mender.STAFF, Fault.of(Fault.Code.PAPER_END).mender());
    assertTrue(Fault.of(Fault.Code.PAPER_END).detail().isEmpty());
  }
}
