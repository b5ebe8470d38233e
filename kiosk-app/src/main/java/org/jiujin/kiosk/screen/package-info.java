/// The screens, one package each, and what they share: a [Screen] draws a state of the journey and sends events. It
/// decides nothing about the matter.
@NullMarked
package org.jiujin.kiosk.screen;

import org.jspecify.annotations.NullMarked;
