package org.jiujin.demo;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jiujin.demo.launch.Layout;
import org.jiujin.demo.launch.Ports;
import org.jiujin.demo.launch.Whole;
import org.jiujin.demo.story.Ending;
import org.jiujin.demo.story.Player;
import org.jiujin.demo.story.Story;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Plays every story against the real processes, started from the jars that this build made. One launch serves all;
/// after a story that broke, the next gets a fresh one. Logs and pictures stay in `demo/target/stories`.
class StoriesIT {
  private static final Path HOME = Path.of(System.getProperty("kiosk.home"));
  private static final Path FOLDER = HOME.resolve("demo/target/stories");
  private static final ByteArrayOutputStream PRINTED = new ByteArrayOutputStream();
  private static final PrintStream OUT = new PrintStream(PRINTED, true, StandardCharsets.UTF_8);

  private static Whole whole;

  static Stream<Story> stories() {
    return Repertoire.stories().stream();
  }

  @BeforeAll
  static void launch() throws Exception {
    Path run = FOLDER.resolve("run");
    Whole.wipe(run);
    whole =
        Whole.prepare(new Layout(HOME, run, Ports.pickApart(RandomGenerator.getDefault()), false));
    assertTrue(new Announcer(OUT).start(whole), StoriesIT::printed);
  }

  @AfterAll
  static void stop() {
    whole.close();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void holdsInEveryStep(Story story) throws Exception {
    Ending ending = new Player(FOLDER, OUT).play(story, whole);

    if (ending instanceof Ending.Broke) {
      stop();
      launch();
    }
    assertInstanceOf(Ending.Held.class, ending, StoriesIT::printed);
  }

  private static String printed() {
    return PRINTED.toString(StandardCharsets.UTF_8);
  }
}
