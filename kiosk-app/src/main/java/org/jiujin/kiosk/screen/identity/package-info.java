/// Who the terminal believes to have before it, masked.
@NullMarked
package org.jiujin.kiosk.screen.identity;

import org.jspecify.annotations.NullMarked;
