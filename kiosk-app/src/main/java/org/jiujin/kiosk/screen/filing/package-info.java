/// The terminal works: fetching, checking, filing.
@NullMarked
package org.jiujin.kiosk.screen.filing;

import org.jspecify.annotations.NullMarked;
