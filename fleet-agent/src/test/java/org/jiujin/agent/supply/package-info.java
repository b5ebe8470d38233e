@NullMarked
package org.jiujin.agent.supply;

import org.jspecify.annotations.NullMarked;
