/// `./kiosk devices`: the command that engineers on site use. Each command is one class; [DevicesCommand] lists them.
///
/// Results go to standard output, in a form that stays; what went wrong goes to standard error, one line each, with what to
/// do. Exit codes: 0 all went well, 1 something did not (a file, a device), 2 the command line was wrong.
@NullMarked
package org.jiujin.device.command;

import org.jspecify.annotations.NullMarked;
