/// The touch-screen application of the terminal.
@NullMarked
package org.jiujin.kiosk;

import org.jspecify.annotations.NullMarked;
