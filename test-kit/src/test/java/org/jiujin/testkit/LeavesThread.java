package org.jiujin.testkit;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Breaks the rule on purpose; run by [GuardsTest] only.
@ExtendWith(ThreadGuard.class)
class LeavesThread {
  static final CountDownLatch release = new CountDownLatch(1);

  @Test
  void leavesAThread() {
    Thread _ =
        Thread.ofPlatform()
            .name("left-by-test")
            .start(() -> {
              try {
                release.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }
}
