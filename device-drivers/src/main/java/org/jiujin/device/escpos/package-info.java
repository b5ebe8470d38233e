/// Receipt printers that understand ESC/POS, in Chinese, on a serial line (devices reference, 6).
///
/// [org.jiujin.device.escpos.EscPosPrinters] is the way in.
@NullMarked
package org.jiujin.device.escpos;

import org.jspecify.annotations.NullMarked;
