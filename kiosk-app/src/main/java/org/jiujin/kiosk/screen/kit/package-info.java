/// Parts that every screen is made of: buttons, rows, keypads, pictures, pages. They know no matter and no journey.
@NullMarked
package org.jiujin.kiosk.screen.kit;

import org.jspecify.annotations.NullMarked;
