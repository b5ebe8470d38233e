package org.jiujin.agent.command;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the agent or the machine anew. What comes back is an end that should not have been seen: success is the restart itself.
final class MachineRestart {
  private static final Logger LOG = LoggerFactory.getLogger(MachineRestart.class);
  private static final Duration PROGRAM_LIMIT = Duration.ofSeconds(30);
  private static final Duration END_LIMIT = Duration.ofSeconds(90);

  private final List<String> program;
  private final Runnable leave;

  /// @param program starts the machine anew
  /// @param leave ends this process in such a way that it is started again; returns at once
  MachineRestart(List<String> program, Runnable leave) {
    this.program = program;
    this.leave = leave;
  }

  Outcome agent() throws InterruptedException {
    leave.run();
    return stillHere();
  }

  Outcome machine() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(program)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PROGRAM_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Outcome.failed("no-end");
      }
      return process.exitValue() == 0 ? stillHere() : Outcome.failed("exit-" + process.exitValue());
    } catch (IOException e) {
      LOG.error("the machine cannot be started anew; see commands.reboot-program", e);
      return Outcome.failed("no-program");
    }
  }

  private static Outcome stillHere() throws InterruptedException {
    boolean _ = new CountDownLatch(1).await(END_LIMIT.toSeconds(), TimeUnit.SECONDS);
    return Outcome.failed("still-running");
  }
}
