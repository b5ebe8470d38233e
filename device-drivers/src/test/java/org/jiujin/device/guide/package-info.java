/// The driver that `docs/drivers-guide.md` walks through.
@NullMarked
package org.jiujin.device.guide;

import org.jspecify.annotations.NullMarked;
