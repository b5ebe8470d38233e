/// How long what the devices use up will last.
@NullMarked
package org.jiujin.agent.supply;

import org.jspecify.annotations.NullMarked;
