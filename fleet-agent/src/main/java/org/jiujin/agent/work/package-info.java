/// Threads that do one thing after the other.
@NullMarked
package org.jiujin.agent.work;

import org.jspecify.annotations.NullMarked;
