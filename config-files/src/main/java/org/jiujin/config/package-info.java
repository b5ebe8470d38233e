/// Reads files of `config/`: YAML with line numbers, checked against the JSON Schema beside it, so that a wrong file is
/// refused at start with a message that names file, line and what to change.
///
/// Records and further checks live beside the code they feed: matters and terminal profiles in the app, device sets with the
/// drivers.
@NullMarked
package org.jiujin.config;

import org.jspecify.annotations.NullMarked;
