/// The whole application, to be checked.
@NullMarked
package org.jiujin.kiosk.screen.summary;

import org.jspecify.annotations.NullMarked;
