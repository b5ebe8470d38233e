@NullMarked
package org.jiujin.fleet.configuration;

import org.jspecify.annotations.NullMarked;
