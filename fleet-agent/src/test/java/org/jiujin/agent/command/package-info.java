@NullMarked
package org.jiujin.agent.command;

import org.jspecify.annotations.NullMarked;
