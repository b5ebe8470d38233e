/// What a story is and how it is played: named steps, each with a limit, with pictures and a timeline.
@NullMarked
package org.jiujin.demo.story;

import org.jspecify.annotations.NullMarked;
