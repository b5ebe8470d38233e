/// Where metadata and target files come from, never more and never slower than allowed.
@NullMarked
package org.jiujin.update.trust.source;

import org.jspecify.annotations.NullMarked;
