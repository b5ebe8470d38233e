/// Nobody is here: the screen that invites.
@NullMarked
package org.jiujin.kiosk.screen.attract;

import org.jspecify.annotations.NullMarked;
