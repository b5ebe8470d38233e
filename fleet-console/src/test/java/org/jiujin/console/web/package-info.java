@NullMarked
package org.jiujin.console.web;

import org.jspecify.annotations.NullMarked;
