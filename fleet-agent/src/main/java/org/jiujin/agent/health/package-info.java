/// How the terminal is: the machine's own figures, and what the app reports.
@NullMarked
package org.jiujin.agent.health;

import org.jspecify.annotations.NullMarked;
