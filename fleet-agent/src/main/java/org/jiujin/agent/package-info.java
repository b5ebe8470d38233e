/// The small process that supervises the app and reports to the fleet.
@NullMarked
package org.jiujin.agent;

import org.jspecify.annotations.NullMarked;
