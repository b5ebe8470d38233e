@NullMarked
package org.jiujin.console.configuration;

import org.jspecify.annotations.NullMarked;
