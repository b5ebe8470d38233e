/// The terminals of the fleet: what is known about each, how it came to be so, and what that means in one word.
///
/// [TerminalRegister] writes and [Terminals] reads; [TerminalChanged] is published after each change.
@ApplicationModule(
    displayName = "Terminals",
    allowedDependencies = {})
@NullMarked
package org.jiujin.console.terminal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
