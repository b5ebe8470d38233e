package org.jiujin.console.broker;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param embedded whether this console runs a broker of its own
/// @param port the embedded broker's port on the loopback interface
/// @param tlsPort another port of the embedded broker, for terminals with a certificate; 0 for none
/// @param uri the other broker; needed if `embedded` is false
@ConfigurationProperties("console.broker")
record BrokerSettings(
    @DefaultValue("true") boolean embedded,
    @DefaultValue("1883") int port,
    @DefaultValue("0") int tlsPort,
    @Nullable URI uri) {}
