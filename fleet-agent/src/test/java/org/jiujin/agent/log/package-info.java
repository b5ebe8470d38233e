@NullMarked
package org.jiujin.agent.log;

import org.jspecify.annotations.NullMarked;
