/// Invented papers on invented desks, seen by an invented camera: pictures whose true corners are known.
///
/// Everything is drawn from a seed with the means of the JDK; there is no photograph and no font in it.
@NullMarked
package org.jiujin.device.virtual.paper;

import org.jspecify.annotations.NullMarked;
