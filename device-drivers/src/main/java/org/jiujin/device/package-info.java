/// Device contracts, drivers, and virtual devices that speak the real protocols.
@NullMarked
package org.jiujin.device;

import org.jspecify.annotations.NullMarked;
