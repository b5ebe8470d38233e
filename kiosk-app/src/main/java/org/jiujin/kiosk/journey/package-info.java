/// The way of a resident through a matter, as one pure function.
///
/// No JavaFX, no thread, no clock, no Spring: a journey is replayed from its events. [Journey] is the place to start.
@NullMarked
package org.jiujin.kiosk.journey;

import org.jspecify.annotations.NullMarked;
