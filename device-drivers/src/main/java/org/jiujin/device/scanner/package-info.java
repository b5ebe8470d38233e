/// Code scanners: what they take and what they find.
@NullMarked
package org.jiujin.device.scanner;

import org.jspecify.annotations.NullMarked;
