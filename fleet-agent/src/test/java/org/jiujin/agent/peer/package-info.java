/// The agent beside software that is not ours: brokers, hosts and libraries.
@NullMarked
package org.jiujin.agent.peer;

import org.jspecify.annotations.NullMarked;
