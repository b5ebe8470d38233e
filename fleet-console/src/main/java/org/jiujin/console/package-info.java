/// Where operators see the fleet.
@NullMarked
package org.jiujin.console;

import org.jspecify.annotations.NullMarked;
