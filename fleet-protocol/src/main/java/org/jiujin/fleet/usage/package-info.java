/// How the terminals are used: figures of a day, of nobody in particular.
@NullMarked
package org.jiujin.fleet.usage;

import org.jspecify.annotations.NullMarked;
