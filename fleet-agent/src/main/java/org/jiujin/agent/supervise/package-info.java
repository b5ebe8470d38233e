/// Starts the app, listens to it, and starts it again when it ends or freezes.
@NullMarked
package org.jiujin.agent.supervise;

import org.jspecify.annotations.NullMarked;
