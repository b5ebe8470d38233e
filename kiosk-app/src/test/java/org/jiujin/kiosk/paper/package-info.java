@NullMarked
package org.jiujin.kiosk.paper;

import org.jspecify.annotations.NullMarked;
