package org.jiujin.device.pcsc;

import java.lang.reflect.InaccessibleObjectException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one context that the JDK keeps for the whole program. Only reflection makes it renew a dead one; it needs
/// `--add-opens java.smartcardio/sun.security.smartcardio=ALL-UNNAMED`.
final class SharedContext {
  private static final Logger LOG = LoggerFactory.getLogger(SharedContext.class);
  private static final String OWNER = "sun.security.smartcardio.PCSCTerminals";
  private static final AtomicBoolean SAID = new AtomicBoolean();

  private SharedContext() {}

  /// Lets the JDK establish a new one when it is next asked. Others in this program notice by one failed call.
  static synchronized void forget() {
    try {
      var owner = Class.forName(OWNER);
      var context = owner.getDeclaredField("contextId");
      context.setAccessible(true);
      context.setLong(null, 0);
      var terminals = owner.getDeclaredField("terminals");
      terminals.setAccessible(true);
      if (terminals.get(null) instanceof Map<?, ?> known) {
        known.clear();
      }
    } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
      if (!SAID.getAndSet(true)) {
        LOG.warn(
            "javax.smartcardio will not survive a restart of the PC/SC service: start Java with"
                + " --add-opens java.smartcardio/sun.security.smartcardio=ALL-UNNAMED");
      }
    }
  }
}
