/// Sign with a finger.
@NullMarked
package org.jiujin.kiosk.screen.signature;

import org.jspecify.annotations.NullMarked;
