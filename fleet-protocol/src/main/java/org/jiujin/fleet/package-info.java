/// The words that agent and console, and agent and app, exchange.
@NullMarked
package org.jiujin.fleet;

import org.jspecify.annotations.NullMarked;
