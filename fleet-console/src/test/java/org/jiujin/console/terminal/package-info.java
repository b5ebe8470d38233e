@NullMarked
package org.jiujin.console.terminal;

import org.jspecify.annotations.NullMarked;
