package org.jiujin.device;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StatusBoardTest {
  private final StatusBoard board = new StatusBoard("test", InstantSource.system());

  @Test
  void tellsWhoComesInTheMiddleOfAChangeOnceAndInOrder() throws InterruptedException {
    var over = new AtomicBoolean();
    var lane =
        Thread.ofPlatform()
            .start(() -> {
              while (!over.get()) {
                board.ready();
                board.unavailable(Fault.of(Fault.Code.NO_ANSWER));
              }
            });
    int told = 0;
    for (int i = 0; i < 20_000; i++) {
      var seen = Collections.synchronizedList(new ArrayList<DeviceStatus>());
      try (var _ = board.subscribe(seen::add)) {
        Thread.onSpinWait();
      }
      told += seen.size();
      for (int k = 1; k < seen.size(); k++) {
        assertNotEquals(seen.get(k - 1).getClass(), seen.get(k).getClass(), "told twice");
      }
    }
    over.set(true);
    lane.join();
    assertTrue(told >= 20_000);
  }
}
