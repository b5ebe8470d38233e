/// Writes the repository that terminals update from.
///
/// Everything that changes what is trusted is first staged, then signed, by keys that may be on other machines, and then published
/// with the online keys. What is published is static files.
@NullMarked
package org.jiujin.update.repository;

import org.jspecify.annotations.NullMarked;
