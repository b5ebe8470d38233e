/// Self-tests of devices, in the three levels that JavaPOS's `checkHealth` knows.
@NullMarked
package org.jiujin.device.selftest;

import org.jspecify.annotations.NullMarked;
