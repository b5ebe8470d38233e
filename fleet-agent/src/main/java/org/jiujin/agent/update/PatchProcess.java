package org.jiujin.agent.update;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Applies patches in a process that ends afterwards: a patch takes the memory of its file several times over, and a library in C that is
/// fed from outside must not share a process with the agent.
///
/// @param limit how long one patch may take
record PatchProcess(Duration limit) implements Patcher {
  private static final Logger LOG = LoggerFactory.getLogger(PatchProcess.class);
  private static final String PROGRAM = "org.jiujin.update.patch.ApplyPatch";
  private static final int MOST_WORDS = 2000;

  @Override
  public boolean apply(@Nullable Path old, Path patch, Path fresh, long length)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx192m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    PROGRAM,
                    old == null ? "-" : old.toString(),
                    patch.toString(),
                    fresh.toString(),
                    Long.toString(length)))
            .redirectErrorStream(true)
            .start();
    try (InputStream said = process.getInputStream()) {
      process.getOutputStream().close();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("a patch takes longer than {} and is given up", limit);
        return false;
      }
      if (process.exitValue() != 0) {
        String words = new String(said.readNBytes(MOST_WORDS), StandardCharsets.UTF_8).strip();
        LOG.warn("a patch cannot be applied: {}", words);
        return false;
      }
      return true;
    } finally {
      process.destroyForcibly();
    }
  }
}
