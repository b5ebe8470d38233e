/// The materials and where they come from.
@NullMarked
package org.jiujin.kiosk.screen.materials;

import org.jspecify.annotations.NullMarked;
