package org.jiujin.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgentOptionsTest {
  @Test
  void looksAMinuteWhenNothingIsSaid() {
    assertEquals(Duration.ofMinutes(1), AgentOptions.parse(List.of()).idle());
  }

  @Test
  void takesRoundsAndTimes() {
    assertEquals(
        new AgentOptions(
            5, Duration.ofSeconds(2), Duration.ofSeconds(3), Optional.of(Path.of("figures"))),
        AgentOptions.parse(
            List.of("--rounds", "5", "--settle", "2", "--idle", "3", "--out", "figures")));
  }

  @Test
  void saysWhatIsWrong() {
    for (List<String> wrong :
        List.of(
            List.of("--rounds"),
            List.of("--rounds", "0"),
            List.of("--idle", "soon"),
            List.of("--fast"))) {
      var said =
          assertThrows(IllegalArgumentException.class, () -> AgentOptions.parse(wrong))
              .getMessage();
      assertTrue(String.valueOf(said).contains(wrong.getFirst()), said);
    }
  }
}
