/// A virtual phone before a virtual camera: still pictures and bursts of codes on its screen, drawn from a seed
/// (performance reference, 4).
///
/// The same seed gives the same picture on every machine: [java.util.Random], [StrictMath], and bars where a phone would
/// have text, so that no machine's fonts play a part.
@NullMarked
package org.jiujin.device.virtual.phone;

import org.jspecify.annotations.NullMarked;
