package org.jiujin.agent.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiujin.testkit.AnnouncesLoggedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BirthCounterTest {
  @TempDir Path folder;

  @Test
  void beginsAtZeroAndGoesOnAfterARestart() {
    assertEquals(0, counter().next());
    assertEquals(1, counter().next());
    assertEquals(2, counter().next());
  }

  @Test
  void comesBackToZeroAfter255() throws IOException {
    Files.writeString(file(), "255\n");
    assertEquals(0, counter().next());
  }

  @Test
  @AnnouncesLoggedException(NumberFormatException.class)
  void beginsAnewWhenTheFileIsGarbage() throws IOException {
    Files.writeString(file(), "\u0000\u0000");
    assertEquals(0, counter().next());
  }

  @Test
  @AnnouncesLoggedException(IOException.class)
  void goesOnCountingWhenTheDiskRefuses() {
    var counter = new BirthCounter(new BirthFile(folder.resolve("no-such-folder/bdseq")));
    assertEquals(0, counter.next());
    assertEquals(1, counter.next());
  }

  private BirthCounter counter() {
    return new BirthCounter(new BirthFile(file()));
  }

  private Path file() {
    return folder.resolve("bdseq");
  }
}
