/// The terminal's cabinet: what its sensors say, its lamp and its buzzer.
@NullMarked
package org.jiujin.device.cabinet;

import org.jspecify.annotations.NullMarked;
