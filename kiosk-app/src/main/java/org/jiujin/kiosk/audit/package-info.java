/// The account of who did what to whose matter: an append-only journal, chained by hashes, whose heads the console keeps.
@NullMarked
package org.jiujin.kiosk.audit;

import org.jspecify.annotations.NullMarked;
