/// How terminals come to their certificates: EST (RFC 7030) on a port of its own, behind it a small authority, and an operator
/// who accepts by the code that stands on the terminal's screen.
@ApplicationModule(
    displayName = "Enrolment",
    allowedDependencies = {"broker"})
@NullMarked
package org.jiujin.console.enrolment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
