/// Long lives of drivers, in little time.
@NullMarked
package org.jiujin.device.soak;

import org.jspecify.annotations.NullMarked;
