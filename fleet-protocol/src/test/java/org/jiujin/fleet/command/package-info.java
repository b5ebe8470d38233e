@NullMarked
package org.jiujin.fleet.command;

import org.jspecify.annotations.NullMarked;
