@NullMarked
package org.jiujin.agent.update;

import org.jspecify.annotations.NullMarked;
