/// The words that the app and its agent exchange over a Unix-domain socket on one terminal.
@NullMarked
package org.jiujin.fleet.local;

import org.jspecify.annotations.NullMarked;
