/// What a release consists of: the manifest that a target names, the files behind it, and where they are in the repository.
@NullMarked
package org.jiujin.update.trust.release;

import org.jspecify.annotations.NullMarked;
