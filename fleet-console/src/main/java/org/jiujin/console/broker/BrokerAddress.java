package org.jiujin.console.broker;

import java.net.URI;

/// Where the fleet's broker listens. Whoever holds one may connect: an embedded broker has been started.
///
/// @param uri `tcp://host:port` or `ssl://host:port`
public record BrokerAddress(URI uri) {}
