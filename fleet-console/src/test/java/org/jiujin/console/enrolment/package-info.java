@NullMarked
package org.jiujin.console.enrolment;

import org.jspecify.annotations.NullMarked;
