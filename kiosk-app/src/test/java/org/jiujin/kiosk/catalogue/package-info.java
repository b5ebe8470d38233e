@NullMarked
package org.jiujin.kiosk.catalogue;

import org.jspecify.annotations.NullMarked;
