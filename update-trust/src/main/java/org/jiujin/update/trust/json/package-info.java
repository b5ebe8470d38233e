/// JSON as TUF metadata needs it: strict, bounded, and with a canonical form.
@NullMarked
package org.jiujin.update.trust.json;

import org.jspecify.annotations.NullMarked;
