package org.jiujin.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private static final Path HOME = Path.of("/checkout");

  @Test
  void runsBelowTheCheckoutWhenNothingElseIsSaid() {
    assertEquals(
        new Arguments.Run(HOME, HOME.resolve("target/demo")),
        Arguments.parse(List.of("--home", "/checkout")));
  }

  @Test
  void writesToTheFolderThatWasNamed() {
    assertEquals(
        new Arguments.Play(HOME, Path.of("/there"), List.of("filing", "offline"), true),
        Arguments.parse(
            List.of(
                "--home",
                "/checkout",
                "--dir",
                "/there",
                "--play",
                "filing",
                "offline",
                "--window")));
  }

  @Test
  void playsEverythingWhenNoStoryIsNamed() {
    var play =
        assertInstanceOf(
            Arguments.Play.class, Arguments.parse(List.of("--home", "/checkout", "--play")));
    assertEquals(List.of(), play.stories());
  }

  @Test
  void listsStories() {
    assertEquals(new Arguments.ListStories(), Arguments.parse(List.of("--play", "list")));
  }

  @Test
  void saysWhatItDoesNotUnderstand() {
    var unknown = assertInstanceOf(Arguments.Wrong.class, Arguments.parse(List.of("--fast")));
    assertEquals("What is '--fast'? ./kiosk help says what there is.", unknown.why());

    var unfinished = assertInstanceOf(Arguments.Wrong.class, Arguments.parse(List.of("--dir")));
    assertEquals("--dir needs a folder after it.", unfinished.why());

    assertInstanceOf(Arguments.Wrong.class, Arguments.parse(List.of("filing")));
  }
}
