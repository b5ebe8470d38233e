/// Signed commands of the operator to one terminal, and what became of them (fleet reference, 2.5; design, 6).
///
/// The broker is not trusted: whoever may publish cannot command. The wire form is described in `command.proto`, a resource
/// beside these classes; [org.jiujin.fleet.command.CommandCodec] writes and reads it by hand.
@NullMarked
package org.jiujin.fleet.command;

import org.jspecify.annotations.NullMarked;
