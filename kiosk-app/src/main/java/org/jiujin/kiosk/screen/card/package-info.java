/// Lay your card on the reader.
@NullMarked
package org.jiujin.kiosk.screen.card;

import org.jspecify.annotations.NullMarked;
