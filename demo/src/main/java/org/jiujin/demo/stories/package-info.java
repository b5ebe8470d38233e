/// The stories that can be played.
@NullMarked
package org.jiujin.demo.stories;

import org.jspecify.annotations.NullMarked;
