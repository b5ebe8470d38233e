@NullMarked
package org.jiujin.update.trust.peer;

import org.jspecify.annotations.NullMarked;
