/// The matters to choose from.
@NullMarked
package org.jiujin.kiosk.screen.home;

import org.jspecify.annotations.NullMarked;
