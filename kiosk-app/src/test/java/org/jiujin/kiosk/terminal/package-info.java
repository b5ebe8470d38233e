@NullMarked
package org.jiujin.kiosk.terminal;

import org.jspecify.annotations.NullMarked;
