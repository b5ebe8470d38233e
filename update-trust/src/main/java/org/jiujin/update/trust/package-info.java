/// The client of the TUF workflow: which files of an update may be trusted. ADR 16.
@NullMarked
package org.jiujin.update.trust;

import org.jspecify.annotations.NullMarked;
