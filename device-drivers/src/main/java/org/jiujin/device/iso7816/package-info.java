/// Commands to chip cards by ISO 7816-4, and the card applications built on them. Knows no reader: a [CardChannel] carries
/// the bytes. A layer below the drivers, as `line` is.
@NullMarked
package org.jiujin.device.iso7816;

import org.jspecify.annotations.NullMarked;
