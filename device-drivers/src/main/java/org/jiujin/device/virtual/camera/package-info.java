/// Cameras that are not there: pictures that are written into a folder as a camera would take them, and recordings.
@NullMarked
package org.jiujin.device.virtual.camera;

import org.jspecify.annotations.NullMarked;
