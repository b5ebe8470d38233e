@NullMarked
package org.jiujin.console;

import org.jspecify.annotations.NullMarked;
