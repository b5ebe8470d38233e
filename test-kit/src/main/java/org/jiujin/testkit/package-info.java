/// Guards and rules that every module's tests share.
@NullMarked
package org.jiujin.testkit;

import org.jspecify.annotations.NullMarked;
