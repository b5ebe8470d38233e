@NullMarked
package org.jiujin.console.broker;

import org.jspecify.annotations.NullMarked;
