package org.jiujin.kiosk.terminal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class DeviceSessionTest {
  private final TerminalDevices devices = new FakeDevices(InstantSource.system()).open();
  private final DeviceSession session = devices.session();

  @Test
  void holdsTheDevicesFromTheFirstUseToTheEnd() {
    var lease = devices.reader().lease();
    assertTrue(lease.admitsCaller(), "free before the first use");
    assertTrue(session.as(session.id(), lease::admitsCaller));
    assertFalse(lease.admitsCaller(), "nobody else");
    session.end();
    assertTrue(lease.admitsCaller());
  }

  @Test
  void givesAVisitThatIsOverNothingOfTheNext() {
    var lease = devices.printer().lease();
    String first = session.id();
    session.as(first, lease::admitsCaller);
    session.end();
    assertTrue(session.as(session.id(), lease::admitsCaller));
    assertFalse(session.as(first, lease::admitsCaller), "a print that begins late is refused");
  }

  @Test
  void leavesADeviceToWhoeverTestsIt() {
    var lease = devices.printer().lease();
    assertTrue(lease.acquire("self-test", Duration.ofMinutes(1)));
    assertFalse(session.as(session.id(), lease::admitsCaller));
    lease.release("self-test");
    assertTrue(session.as(session.id(), lease::admitsCaller));
  }
}
