/// Invented faces, drawn from a seed. There is no photograph of anybody in it.
@NullMarked
package org.jiujin.device.virtual.face;

import org.jspecify.annotations.NullMarked;
