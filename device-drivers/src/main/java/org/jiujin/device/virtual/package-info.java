/// Virtual devices: peers that speak the real protocols on the far side of a pseudo-terminal or of a TCP port.
///
/// First-class code, used by the device bench, the demo and the tests alike. It shares no code with the drivers, so that
/// a mistake in one is not hidden by the same mistake in the other.
@NullMarked
package org.jiujin.device.virtual;

import org.jspecify.annotations.NullMarked;
