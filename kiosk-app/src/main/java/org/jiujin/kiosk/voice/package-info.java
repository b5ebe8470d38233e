/// Spoken prompts. So far the words are kept ready and shown; sound comes with the adapters.
@NullMarked
package org.jiujin.kiosk.voice;

import org.jspecify.annotations.NullMarked;
