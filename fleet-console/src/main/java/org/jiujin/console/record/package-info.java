/// What terminals keep until the console has it: alarms, counts of days, heads of audit chains. Each is stored once.
@ApplicationModule(
    displayName = "Records",
    allowedDependencies = {"terminal"})
@NullMarked
package org.jiujin.console.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
