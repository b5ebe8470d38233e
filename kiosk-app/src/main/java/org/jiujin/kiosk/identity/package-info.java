/// Who the resident is: what was read from the card, and how it may be shown.
@NullMarked
package org.jiujin.kiosk.identity;

import org.jspecify.annotations.NullMarked;
