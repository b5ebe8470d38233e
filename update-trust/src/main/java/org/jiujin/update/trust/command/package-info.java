/// The command line behind `./kiosk tuf`.
@NullMarked
package org.jiujin.update.trust.command;

import org.jspecify.annotations.NullMarked;
