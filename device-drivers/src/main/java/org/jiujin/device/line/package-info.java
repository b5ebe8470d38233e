/// Bytes to and from a device: the one place that knows serial ports.
@NullMarked
package org.jiujin.device.line;

import org.jspecify.annotations.NullMarked;
