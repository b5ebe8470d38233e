/// Client of the provincial platform: typed calls over HTTP, each with a limit, each with an outcome instead of an exception.
@NullMarked
package org.jiujin.kiosk.platform;

import org.jspecify.annotations.NullMarked;
