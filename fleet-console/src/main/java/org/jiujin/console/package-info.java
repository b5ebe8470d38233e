/// Where operators see the fleet: a Spring Boot program of Spring Modulith modules, one package each.
@NullMarked
package org.jiujin.console;

import org.jspecify.annotations.NullMarked;
