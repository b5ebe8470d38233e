/// How was it (好差评).
@NullMarked
package org.jiujin.kiosk.screen.rating;

import org.jspecify.annotations.NullMarked;
