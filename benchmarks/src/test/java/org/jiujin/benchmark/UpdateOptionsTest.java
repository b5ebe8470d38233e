package org.jiujin.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpdateOptionsTest {
  @Test
  void isTheWholeFleetWhenNothingIsSaid() {
    assertEquals(20_000, UpdateOptions.parse(List.of()).terminals());
  }

  @Test
  void takesNumbersAndImages() {
    assertEquals(
        new UpdateOptions(
            7,
            3,
            Optional.of(Path.of("a")),
            Optional.of(Path.of("b")),
            Optional.of(Path.of("figures"))),
        UpdateOptions.parse(
            List.of(
                "--terminals",
                "7",
                "--together",
                "3",
                "--from",
                "a",
                "--to",
                "b",
                "--out",
                "figures")));
  }

  @Test
  void saysWhatIsWrong() {
    for (List<String> wrong :
        List.of(
            List.of("--terminals"),
            List.of("--terminals", "0"),
            List.of("--together", "many"),
            List.of("--to", "b"),
            List.of("--fast"))) {
      var said =
          assertThrows(IllegalArgumentException.class, () -> UpdateOptions.parse(wrong))
              .getMessage();
      assertTrue(String.valueOf(said).contains(wrong.getFirst()), said);
    }
  }
}
