/// Starts the whole on one machine and plays stories against the real processes.
@NullMarked
package org.jiujin.demo;

import org.jspecify.annotations.NullMarked;
