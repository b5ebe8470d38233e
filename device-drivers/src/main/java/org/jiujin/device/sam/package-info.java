/// The SAM protocol of second-generation identity-card readers on a serial line (devices reference, 3).
///
/// [org.jiujin.device.sam.SamReaders] is the way in.
@NullMarked
package org.jiujin.device.sam;

import org.jspecify.annotations.NullMarked;
