/// What is handed in with an application, where it comes from and how far it is trusted.
@NullMarked
package org.jiujin.kiosk.material;

import org.jspecify.annotations.NullMarked;
