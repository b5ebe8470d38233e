/// The command line behind `./kiosk repo`.
@NullMarked
package org.jiujin.update.repository.command;

import org.jspecify.annotations.NullMarked;
