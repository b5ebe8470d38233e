/// Keeps the terminal's signed configuration, puts it in force on trial, and goes back to the last good one by itself.
@NullMarked
package org.jiujin.agent.configuration;

import org.jspecify.annotations.NullMarked;
