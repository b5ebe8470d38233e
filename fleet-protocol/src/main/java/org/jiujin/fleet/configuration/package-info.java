/// How a terminal shall be: a signed document of layers, province to terminal, each with the few settings that it decides.
///
/// The wire form is described in `configuration.proto`, a resource beside these classes. Keys, algorithms and the signature itself
/// are those of [org.jiujin.fleet.command]: who may command a terminal may configure it, and nobody else.
@NullMarked
package org.jiujin.fleet.configuration;

import org.jspecify.annotations.NullMarked;
