/// Which releases a terminal shall have: the signed direction that picks them, one terminal at a time.
@NullMarked
package org.jiujin.fleet.update;

import org.jspecify.annotations.NullMarked;
