/// What document and face cameras do: previews, captures, and verdicts on quality. Knows no implementation.
@NullMarked
package org.jiujin.device.camera;

import org.jspecify.annotations.NullMarked;
