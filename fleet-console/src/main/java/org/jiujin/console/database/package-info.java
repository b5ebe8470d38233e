/// The PostgreSQL that the console keeps its state in: its own one, unless `spring.datasource.url` names another.
@ApplicationModule(
    displayName = "Database",
    allowedDependencies = {})
@NullMarked
package org.jiujin.console.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
