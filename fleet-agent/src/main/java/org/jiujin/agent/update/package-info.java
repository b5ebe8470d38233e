/// Releases: which are fetched, where they lie, when they are installed, and whether they stay.
@NullMarked
package org.jiujin.agent.update;

import org.jspecify.annotations.NullMarked;
