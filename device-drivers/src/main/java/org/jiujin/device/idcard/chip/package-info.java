/// What lies on the chip of an identity card, however its bytes came here. For drivers; whoever reads cards uses
/// [org.jiujin.device.idcard.IdentityCardReader].
@NullMarked
package org.jiujin.device.idcard.chip;

import org.jspecify.annotations.NullMarked;
