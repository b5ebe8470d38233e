/// Nothing was filed, and what can be done.
@NullMarked
package org.jiujin.kiosk.screen.problem;

import org.jspecify.annotations.NullMarked;
