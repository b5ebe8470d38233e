/// What a terminal must not lose on its way to the console: alarms, the counts of a day, heads of the audit chain.
///
/// The wire form is described in `record.proto`, a resource beside these classes.
@NullMarked
package org.jiujin.fleet.record;

import org.jspecify.annotations.NullMarked;
