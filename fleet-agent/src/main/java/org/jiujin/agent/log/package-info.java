/// The agent's log: one line per event, written by a few classes of our own (ADR 14).
@NullMarked
package org.jiujin.agent.log;

import org.jspecify.annotations.NullMarked;
