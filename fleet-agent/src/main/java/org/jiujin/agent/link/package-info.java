/// The connection to the broker as a Sparkplug B edge node. The only package that knows Paho.
@NullMarked
package org.jiujin.agent.link;

import org.jspecify.annotations.NullMarked;
