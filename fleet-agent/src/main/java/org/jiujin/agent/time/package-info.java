/// Time that waits can rely on.
@NullMarked
package org.jiujin.agent.time;

import org.jspecify.annotations.NullMarked;
