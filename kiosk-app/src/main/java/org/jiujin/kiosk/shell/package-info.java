/// Window, navigation, idle limits and theme. [org.jiujin.kiosk.shell.KioskShell] is the place to start.
@NullMarked
package org.jiujin.kiosk.shell;

import org.jspecify.annotations.NullMarked;
