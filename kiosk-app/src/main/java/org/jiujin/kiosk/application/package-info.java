/// Filing an application so that nothing is lost and nothing is sent twice: on disk first, sealed, then sent until the
/// platform acknowledges.
@NullMarked
package org.jiujin.kiosk.application;

import org.jspecify.annotations.NullMarked;
