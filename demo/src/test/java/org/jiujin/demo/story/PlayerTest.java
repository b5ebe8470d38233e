package org.jiujin.demo.story;

import static org.jiujin.demo.story.Step.step;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jiujin.demo.launch.Layout;
import org.jiujin.demo.launch.Ports;
import org.jiujin.demo.launch.Whole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayerTest {
  private static final String NODE =
      "{\"screen\":\"home\",\"nodes\":[{\"id\":\"home.go\",\"text\":\"secret words\","
          + "\"x\":100,\"y\":200,\"width\":50,\"height\":20,\"disabled\":%s}]}";

  @TempDir private Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Whole whole;
  private FakeMirror mirror;

  @BeforeEach
  void begin() throws IOException {
    // prepared but not started: the mirror's port is answered by the fake
    var layout =
        new Layout(
            folder, folder.resolve("run"), Ports.pickApart(RandomGenerator.getDefault()), false);
    whole = Whole.prepare(layout);
    mirror = new FakeMirror(layout.ports().mirror());
  }

  @AfterEach
  void end() {
    mirror.close();
    whole.close();
  }

  @Test
  void touchesTheMiddleOfANodeAndKeepsNumberedPictures() throws Exception {
    mirror.shows(NODE.formatted(false));

    var held =
        assertInstanceOf(
            Ending.Held.class,
            play(stage ->
                List.of(
                    step("sees home", () -> stage.resident().sees("home")),
                    step("touches", () -> stage.resident().touches("home.go")),
                    step("keeps a picture", () -> stage.picture("receipt", new byte[] {1})))));

    assertEquals(3, held.steps());
    assertEquals(List.of("{\"x\":125.0,\"y\":210.0,\"kind\":\"tap\"}"), mirror.touches());
    assertArrayEquals(FakeMirror.PICTURE, Files.readAllBytes(held.folder().resolve("01-home.png")));
    assertTrue(Files.exists(held.folder().resolve("02-receipt.png")));
  }

  @Test
  void writesATimelineForPeopleAndForPrograms() throws Exception {
    Ending ending = play(stage -> List.of(step("first", () -> stage.keep("number", "17"))));

    String text = Files.readString(ending.folder().resolve("timeline.txt"));
    assertTrue(
        text.matches("(?s) +\\d+ ms  first: number is 17\\R +\\d+ ms  first: held\\R"), text);
    String json = Files.readString(ending.folder().resolve("timeline.json"));
    assertTrue(json.contains("\"step\" : \"first\""), json);
  }

  @Test
  void stopsAtTheFirstStepThatDoesNotHoldAndSaysWhatWasSeen() throws Exception {
    mirror.shows(NODE.formatted(true));

    var broke =
        assertInstanceOf(
            Ending.Broke.class,
            play(stage ->
                List.of(
                    step("touches a grey node", () -> stage.resident().touches("home.go"))
                        .within(Duration.ofMillis(200)),
                    step("never comes", () -> stage.keep("later", "x")))));

    assertEquals("touches a grey node", broke.step());
    assertEquals("waited in vain for home.go on the screen, ready to be touched", broke.why());
    assertEquals("screen home with [home.go (disabled)]", broke.seen());
    assertTrue(Files.exists(broke.folder().resolve("01-failed.png")));
    assertFalse(Files.readString(broke.folder().resolve("timeline.txt")).contains("later"));
    assertTrue(printed.toString(StandardCharsets.UTF_8).contains("FAILED  touches a grey node"));
  }

  @Test
  void neverTellsTheWordsOnTheScreen() throws Exception {
    mirror.shows(NODE.formatted(false));

    Ending ending =
        play(stage ->
            List.of(
                step("waits", () -> stage.resident().sees("filed"))
                    .within(Duration.ofMillis(100))));

    assertFalse(ending.toString().contains("secret"));
    assertFalse(printed.toString(StandardCharsets.UTF_8).contains("secret"));
    assertFalse(Files.readString(ending.folder().resolve("timeline.txt")).contains("secret"));
  }

  @Test
  void aProcessThatDoesNotAnswerIsAFailureAndNoCrash() throws Exception {
    mirror.close();

    var broke =
        assertInstanceOf(
            Ending.Broke.class,
            play(stage ->
                List.of(
                    step("looks", () -> stage.resident().sees("home"))
                        .within(Duration.ofMillis(100)))));

    assertTrue(broke.why().startsWith("waited in vain for the screen home; GET http://127.0.0.1:"));
    assertEquals("the screen does not answer", broke.seen());
  }

  @Test
  void anEarlierPlayingLeavesNoPictures() throws Exception {
    play(stage -> List.of(step("one", () -> stage.picture("old", new byte[] {1}))));

    Ending ending = play(stage -> List.of(step("two", () -> stage.note("nothing"))));

    assertFalse(Files.exists(ending.folder().resolve("01-old.png")));
  }

  private Ending play(Function<Stage, List<Step>> steps) throws Exception {
    var story =
        new Story() {
          @Override
          public String name() {
            return "tried";
          }

          @Override
          public String about() {
            return "a story for the test";
          }

          @Override
          public List<Step> steps(Stage stage) {
            return steps.apply(stage);
          }
        };
    return new Player(
            folder.resolve("stories"), new PrintStream(printed, true, StandardCharsets.UTF_8))
        .play(story, whole);
  }
}
