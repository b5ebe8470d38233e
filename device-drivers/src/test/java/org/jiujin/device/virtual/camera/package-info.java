@NullMarked
package org.jiujin.device.virtual.camera;

import org.jspecify.annotations.NullMarked;
