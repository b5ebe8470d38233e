/// One resident's visit, from the first touch to the wipe.
@NullMarked
package org.jiujin.kiosk.session;

import org.jspecify.annotations.NullMarked;
