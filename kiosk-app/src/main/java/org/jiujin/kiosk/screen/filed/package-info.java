/// It is safe: the number, the code and the receipt.
@NullMarked
package org.jiujin.kiosk.screen.filed;

import org.jspecify.annotations.NullMarked;
