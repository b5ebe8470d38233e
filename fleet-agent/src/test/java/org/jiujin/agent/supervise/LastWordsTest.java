package org.jiujin.agent.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordsTest {
  @TempDir private Path folder;

  @Test
  void tellsTheLastCauseAndThePlaceInOurCode() {
    assertEquals(
        "java.lang.IllegalArgumentException at org.jiujin.kiosk.journey.Journey.next(Journey.java:41)",
        words(
            """
            12:00:01 INFO  o.j.Something - 张三 620102199001010000
            Exception in thread "main" java.lang.IllegalStateException: 张三
            \tat java.base/java.util.Objects.check(Objects.java:1)
            \tat org.jiujin.kiosk.Other.one(Other.java:3)
            Caused by: java.lang.IllegalArgumentException: 620102199001010000
            \tat java.base/java.lang.Integer.parseInt(Integer.java:1)
            \tat org.jiujin.kiosk.journey.Journey.next(Journey.java:41)
            \tat org.jiujin.kiosk.journey.Journey.before(Journey.java:4)
            """));
  }

  @Test
  void tellsOfACrashOfTheVirtualMachine() {
    assertEquals(
        "SIGSEGV",
        words(
            """
            # A fatal error has been detected by the Java Runtime Environment:
            #
            #  SIGSEGV (0xb) at pc=0x00007f3c, pid=12, tid=13
            """));
    assertEquals(
        "java.lang.OutOfMemoryError", words("java.lang.OutOfMemoryError: Java heap space"));
  }

  @Test
  void takesNothingElse() {
    assertEquals("", words("张三 says java.lang.IllegalStateException: 620102199001010000"));
    assertEquals("", words("com.example.张三.Exception"));
    assertEquals("", words(""));
  }

  @Test
  void readsThisRunOnlyAndTheBeginOfALogThatWasRotated() throws IOException {
    Path log = folder.resolve("app.log");
    Files.writeString(log, "java.lang.IllegalStateException: old\n");
    long begin = Files.size(log);
    assertEquals("", LastWords.read(log, begin));
    Files.writeString(log, "x".repeat(100_000) + "\njava.lang.OutOfMemoryError: new\n");
    assertEquals("java.lang.OutOfMemoryError", LastWords.read(log, begin));
    Files.writeString(log, "java.lang.Error: short\n");
    assertEquals("java.lang.Error", LastWords.read(log, begin));
    assertEquals("", LastWords.read(folder.resolve("none"), 0));
  }

  private static String words(String text) {
    return LastWords.of(text.lines().toList());
  }
}
