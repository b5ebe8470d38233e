/// What every reader of chip cards does: social-security cards, bank cards, agents' cards. Knows no implementation.
@NullMarked
package org.jiujin.device.chipcard;

import org.jspecify.annotations.NullMarked;
