/// Clients of what the processes offer on the loopback address: bench, touch screen, platform, console.
@NullMarked
package org.jiujin.demo.peer;

import org.jspecify.annotations.NullMarked;
