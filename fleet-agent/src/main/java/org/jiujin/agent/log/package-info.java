/// The agent's log: one line per event, written by a few classes of our own, because a logging library took more memory than
/// everything else that the agent does.
@NullMarked
package org.jiujin.agent.log;

import org.jspecify.annotations.NullMarked;
