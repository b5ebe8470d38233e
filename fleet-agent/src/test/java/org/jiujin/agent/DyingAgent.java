package org.jiujin.agent;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// An agent that begins and then takes itself down without a word, as a release with a mistake in a library would.
final class DyingAgent {
  private DyingAgent() {}

  public static void main(String[] arguments) throws Exception {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3));
          Runtime.getRuntime().halt(134);
        });
    FleetAgent.main(arguments);
  }
}
