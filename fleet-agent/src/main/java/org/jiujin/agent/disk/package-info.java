/// What outlives the process and the power: files that are old or new, never half.
@NullMarked
package org.jiujin.agent.disk;

import org.jspecify.annotations.NullMarked;
