/// The agent, a broker, a host, an app and the world around them in one thread on a virtual clock.
@NullMarked
package org.jiujin.agent.simulation;

import org.jspecify.annotations.NullMarked;
