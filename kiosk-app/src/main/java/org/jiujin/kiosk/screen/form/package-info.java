/// One page of the form.
@NullMarked
package org.jiujin.kiosk.screen.form;

import org.jspecify.annotations.NullMarked;
