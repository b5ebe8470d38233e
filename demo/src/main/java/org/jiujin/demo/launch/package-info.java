/// Starts the processes of the whole on one machine and stops them again, leaving nothing behind.
@NullMarked
package org.jiujin.demo.launch;

import org.jspecify.annotations.NullMarked;
