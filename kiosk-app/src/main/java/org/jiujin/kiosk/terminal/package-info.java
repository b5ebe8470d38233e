/// This terminal: its profile, its devices and their health, its counts of the day, and the link to its agent.
@NullMarked
package org.jiujin.kiosk.terminal;

import org.jspecify.annotations.NullMarked;
