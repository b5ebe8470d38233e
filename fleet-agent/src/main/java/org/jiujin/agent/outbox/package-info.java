/// Keeps records of what must not be lost until the console has them: on disk, bounded, and in order.
@NullMarked
package org.jiujin.agent.outbox;

import org.jspecify.annotations.NullMarked;
