@NullMarked
package org.jiujin.update.trust.release;

import org.jspecify.annotations.NullMarked;
