package org.jiujin.agent.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.Level;
import org.slf4j.spi.SLF4JServiceProvider;

class LogTargetsTest {
  private static final ZonedDateTime AT = ZonedDateTime.parse("2026-11-23T10:00:00.5+08:00");
  private static final String STAMP = "2026-11-23T10:00:00.500+08:00 ";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void writesLinesInTheFormThatCollectLogsReads() {
    var targets = new LogTargets(false, out, Optional.empty());
    targets.take(new LogLine(AT, Level.WARN, "supervise", "Supervisor", "queue full", null));
    targets.take(new LogLine(AT, Level.ERROR, "link", "FleetLink", "two\r\n\tlines", null));
    assertEquals(
        STAMP
            + "WARN  [supervise] Supervisor: queue full\n"
            + STAMP
            + "ERROR [link] FleetLink: two   lines\n",
        out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void keepsAnExceptionAndItsCausesOnTheLine() {
    var cause = new IOException("no\nroom");
    var thrown = new IllegalStateException("stumbled", cause);
    String line = new LogLine(AT, Level.ERROR, "link", "FleetLink", "oh", thrown).full();
    assertEquals(1, line.lines().count(), line);
    assertTrue(line.startsWith(STAMP + "ERROR [link] FleetLink: oh java.lang.Ill"), line);
    assertTrue(line.contains("stumbled | at org.jiujin.agent.log.LogTargetsTest."), line);
    assertTrue(line.contains(" | Caused by: java.io.IOException: no room | at "), line);
    var loop = new IllegalStateException("a", new IllegalStateException("b", thrown));
    cause.initCause(loop);
    assertTrue(new LogLine(AT, Level.ERROR, "t", "L", "m", loop).full().length() < 5000);
  }

  @Test
  void keepsWarningsAndErrorsInAFileToo() throws Exception {
    Path file = folder.resolve("agent.log");
    var targets = new LogTargets(true, out, Optional.of(new TroubleFile(file, 1000)));
    targets.take(new LogLine(AT, Level.INFO, "t", "L", "usual", null));
    targets.take(new LogLine(AT, Level.WARN, "t", "L", "strange", null));
    assertEquals(
        "10:00:00.500 usual\n10:00:00.500 strange\n", out.toString(StandardCharsets.UTF_8));
    assertEquals(List.of(STAMP + "WARN  [t] L: strange"), Files.readAllLines(file));
  }

  @Test
  void theFileNeverGrowsPastItsLimitAndTheOneBeforeIsKept() throws Exception {
    Path file = folder.resolve("agent.log");
    var trouble = new TroubleFile(file, 100);
    for (int i = 0; i < 35; i++) {
      trouble.append("line %02d..\n".formatted(i)); // 10 bytes
    }
    assertEquals(5, Files.readAllLines(file).size());
    assertEquals("line 34..", Files.readAllLines(file).getLast());
    assertEquals(100, Files.size(folder.resolve("agent.log.1")));
    Files.delete(file); // as somebody may who tidies up
    trouble.append("goes on\n");
    assertEquals(List.of("goes on"), Files.readAllLines(file));
  }

  @Test
  void aDiskThatRefusesEndsNothing() {
    var full =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("no space left on device");
          }
        };
    var nowhere = new TroubleFile(folder.resolve("missing/agent.log"), 1000);
    var targets = new LogTargets(false, full, Optional.of(nowhere));
    targets.take(new LogLine(AT, Level.ERROR, "t", "L", "m", null));
    assertFalse(Files.exists(folder.resolve("missing")));
  }

  @Test
  void slf4jFindsIt() {
    var ours =
        ServiceLoader.load(SLF4JServiceProvider.class).stream()
            .filter(one -> one.type() == LogProvider.class)
            .map(ServiceLoader.Provider::get)
            .findFirst()
            .orElseThrow();
    assertTrue(ours.getRequestedApiVersion().startsWith("2.0"));
    var logger = assertInstanceOf(LineLogger.class, ours.getLoggerFactory().getLogger("a.b.C"));
    assertEquals("C", logger.getName());
    assertFalse(logger.isDebugEnabled());
  }
}
