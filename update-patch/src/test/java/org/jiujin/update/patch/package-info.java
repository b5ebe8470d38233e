@NullMarked
package org.jiujin.update.patch;

import org.jspecify.annotations.NullMarked;
