/// The words that agent and console exchange: Sparkplug B 3.0 topics and payloads, and the names of what we report.
///
/// The wire form is described in `sparkplug.proto`, a resource beside these classes; [org.jiujin.fleet.PayloadCodec]
/// writes and reads it by hand.
@NullMarked
package org.jiujin.fleet;

import org.jspecify.annotations.NullMarked;
