/// Where a client keeps what it trusts; outlives the loss of power.
@NullMarked
package org.jiujin.update.trust.store;

import org.jspecify.annotations.NullMarked;
