@NullMarked
package org.jiujin.update.repository;

import org.jspecify.annotations.NullMarked;
