/// How a terminal comes to its certificate: a key of its own, a code on its screen, EST (RFC 7030), and a renewal in time.
@NullMarked
package org.jiujin.agent.enrol;

import org.jspecify.annotations.NullMarked;
