@NullMarked
package org.jiujin.agent.configuration;

import org.jspecify.annotations.NullMarked;
