/// Carries out the operator's signed commands: each at most once, one at a time, and never to a resident's disturbance.
@NullMarked
package org.jiujin.agent.command;

import org.jspecify.annotations.NullMarked;
