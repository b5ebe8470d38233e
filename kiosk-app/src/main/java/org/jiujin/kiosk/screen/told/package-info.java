/// Everything about a matter, told once (一次告知).
@NullMarked
package org.jiujin.kiosk.screen.told;

import org.jspecify.annotations.NullMarked;
