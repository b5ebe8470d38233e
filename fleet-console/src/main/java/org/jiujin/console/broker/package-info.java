/// The MQTT 5 broker of the fleet: an embedded one, or the address of another.
@ApplicationModule(
    displayName = "Broker",
    allowedDependencies = {})
@NullMarked
package org.jiujin.console.broker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
