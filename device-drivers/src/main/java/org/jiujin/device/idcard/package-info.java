/// What every reader of identity cards does. Knows no implementation.
@NullMarked
package org.jiujin.device.idcard;

import org.jspecify.annotations.NullMarked;
