/// Scanners that send their codes: over a serial line, or as key presses.
///
/// [org.jiujin.device.barcode.BarcodeScanners] is the way in.
@NullMarked
package org.jiujin.device.barcode;

import org.jspecify.annotations.NullMarked;
