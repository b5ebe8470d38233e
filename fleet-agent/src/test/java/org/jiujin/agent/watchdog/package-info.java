@NullMarked
package org.jiujin.agent.watchdog;

import org.jspecify.annotations.NullMarked;
