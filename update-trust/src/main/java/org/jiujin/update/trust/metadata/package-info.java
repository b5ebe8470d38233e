/// What TUF metadata says (TUF specification 1.0.34, section 4), to be read, written, signed and verified.
@NullMarked
package org.jiujin.update.trust.metadata;

import org.jspecify.annotations.NullMarked;
