@NullMarked
package org.jiujin.console.ingest;

import org.jspecify.annotations.NullMarked;
