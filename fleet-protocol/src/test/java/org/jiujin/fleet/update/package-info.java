@NullMarked
package org.jiujin.fleet.update;

import org.jspecify.annotations.NullMarked;
