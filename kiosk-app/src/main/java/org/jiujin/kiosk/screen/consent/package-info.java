/// May the platform's data be used?
@NullMarked
package org.jiujin.kiosk.screen.consent;

import org.jspecify.annotations.NullMarked;
