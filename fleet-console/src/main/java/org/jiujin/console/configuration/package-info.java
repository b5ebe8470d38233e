/// How the terminals shall be: layers in files, province to terminal, made into one signed document for each terminal and sent until
/// the terminal says that it is in force.
///
/// ```
/// config/fleet/*.yaml ──▶ LayerFolder ──▶ DesiredBook (PostgreSQL: version, document) ──▶ Delivery ──▶ signed set-configuration
///                                                    ▲                                      ▲
///                          TerminalBorn: what it reports ───────────────────────────────────┴── CommandTold: what became of it
/// ```
@ApplicationModule(
    displayName = "Configuration",
    allowedDependencies = {"terminal", "ingest"})
@NullMarked
package org.jiujin.console.configuration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
