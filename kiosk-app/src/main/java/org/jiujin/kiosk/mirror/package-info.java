/// The live screen in a browser, on the loopback address only: pictures out, touches in.
@NullMarked
package org.jiujin.kiosk.mirror;

import org.jspecify.annotations.NullMarked;
