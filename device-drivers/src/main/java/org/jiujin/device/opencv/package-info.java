/// Document and face cameras over OpenCV: capture, page finding and straightening, verdicts on quality.
///
/// Native memory is let go of where it was taken, by [org.bytedeco.javacpp.PointerScope]; nothing native leaves a method.
@NullMarked
package org.jiujin.device.opencv;

import org.jspecify.annotations.NullMarked;
