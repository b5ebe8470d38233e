@NullMarked
package org.jiujin.agent.enrol;

import org.jspecify.annotations.NullMarked;
