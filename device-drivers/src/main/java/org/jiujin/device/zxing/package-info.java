/// Reading codes from grey frames, with ZXing as the engine (performance reference, 3).
///
/// ZXing reads the bits and the other symbologies. What is before that for QR codes is here: finding them by their corner
/// marks, telling the version by the timing patterns, fitting the perspective on grey pixels, undoing blur on the
/// modules, and mending codewords by how sure each module is.
///
/// [org.jiujin.device.zxing.CodeReaders] is the way in.
@NullMarked
package org.jiujin.device.zxing;

import org.jspecify.annotations.NullMarked;
