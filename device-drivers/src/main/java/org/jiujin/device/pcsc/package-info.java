/// Readers behind PC/SC: pcscd on Linux (devices reference, 4).
///
/// [org.jiujin.device.pcsc.PcscReaders] is the way in.
@NullMarked
package org.jiujin.device.pcsc;

import org.jspecify.annotations.NullMarked;
