/// Take your card and your receipt.
@NullMarked
package org.jiujin.kiosk.screen.farewell;

import org.jspecify.annotations.NullMarked;
