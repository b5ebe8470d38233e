/// The agent's link alone, with a simulated terminal behind it: for brokers and hosts that are to be tried out.
@NullMarked
package org.jiujin.agent.lone;

import org.jspecify.annotations.NullMarked;
