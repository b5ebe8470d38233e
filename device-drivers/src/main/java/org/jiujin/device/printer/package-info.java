/// What every receipt printer does. Knows no implementation.
@NullMarked
package org.jiujin.device.printer;

import org.jspecify.annotations.NullMarked;
