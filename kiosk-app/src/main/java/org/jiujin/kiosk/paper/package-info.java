/// Composes what the terminal prints. Knows the paper's layout and no printer.
@NullMarked
package org.jiujin.kiosk.paper;

import org.jspecify.annotations.NullMarked;
