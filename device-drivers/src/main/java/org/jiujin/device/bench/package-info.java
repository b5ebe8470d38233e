/// The device bench: a web page with hands for the virtual devices.
@NullMarked
package org.jiujin.device.bench;

import org.jspecify.annotations.NullMarked;
