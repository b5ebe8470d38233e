/// Virtual chip cards, and the link that puts them into a virtual reader of pcscd.
///
/// They share no code with the drivers, so that a mistake in one is not hidden by the same mistake in the other.
@NullMarked
package org.jiujin.device.virtual.card;

import org.jspecify.annotations.NullMarked;
