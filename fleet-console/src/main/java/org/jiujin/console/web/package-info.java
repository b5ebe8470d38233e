/// What a browser and other programs see: pages, a JSON view of the terminals, and a stream of changes.
@ApplicationModule(
    displayName = "Web",
    allowedDependencies = {"terminal", "ingest", "record", "configuration", "enrolment"})
@NullMarked
package org.jiujin.console.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
