package org.jiujin.agent.link;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.jiujin.fleet.HostState;
import org.junit.jupiter.api.Test;

class HostWatchTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");

  private final HostWatch watch = new HostWatch();

  @Test
  void theHostIsNotThereUntilItSaysSo() {
    watch.connected("one");
    assertFalse(watch.online());
    assertTrue(watch.take(new HostState(true, AT)));
    assertTrue(watch.online());
  }

  @Test // message-flow-edge-node-birth-publish-phid-wait-timestamp
  void whatIsOlderThanTheLastMessageDoesNotCount() {
    watch.connected("one");
    watch.take(new HostState(false, AT));
    assertFalse(watch.take(new HostState(true, AT.minusMillis(1))));
    assertFalse(watch.online());
    assertTrue(watch.take(new HostState(true, AT)), "the same age counts");
  }

  @Test // operational-behavior-edge-node-termination-host-offline-timestamp
  void anOldDeathDoesNotCount() {
    watch.connected("one");
    watch.take(new HostState(true, AT));
    assertFalse(watch.take(new HostState(false, AT.minusMillis(1))));
    assertTrue(watch.online());
    assertTrue(watch.take(new HostState(false, AT)));
    assertFalse(watch.online());
  }

  @Test
  void theAgeIsRememberedOverAReconnectAndForEachBroker() {
    watch.connected("one");
    watch.take(new HostState(false, AT));
    watch.connected("two");
    assertTrue(watch.take(new HostState(true, AT.minusSeconds(60))));
    watch.connected("one");
    assertFalse(watch.online(), "said by another broker");
    assertFalse(watch.take(new HostState(true, AT.minusSeconds(60))));
  }
}
