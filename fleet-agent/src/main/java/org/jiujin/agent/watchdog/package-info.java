/// Tells systemd that the agent lives, so that an agent that hangs is restarted.
@NullMarked
package org.jiujin.agent.watchdog;

import org.jspecify.annotations.NullMarked;
