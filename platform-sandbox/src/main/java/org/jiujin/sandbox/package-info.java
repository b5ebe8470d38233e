/// A stand-in for the provincial platform over its HTTP contract.
@NullMarked
package org.jiujin.sandbox;

import org.jspecify.annotations.NullMarked;
