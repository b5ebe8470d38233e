/// Patches between releases of one file. Apart from the rest because of the native library: a terminal runs it in a process of its own,
/// which ends after each file.
@NullMarked
package org.jiujin.update.patch;

import org.jspecify.annotations.NullMarked;
