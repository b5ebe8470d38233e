package org.jiujin.console.ingest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param subscription the topics of the counties that this instance reads
/// @param hostId this instance's id as a Host Application, unique among all consoles on the broker
/// @param queue how many messages may wait for the worker
/// @param keepAlive how long the connection may be silent
/// @param rebirthsPerSecond how many terminals may be asked for a rebirth in a second, on average
/// @param rebirthBurst how many at once
/// @param rebirthPatience how long a terminal may take to answer before it is asked again
/// @param confirmWithin how long a terminal that was connected earlier may stay silent before it counts as offline
/// @param devicesWithin how long devices may take to report after their terminal's birth
@ConfigurationProperties("console.ingest")
record IngestSettings(
    @DefaultValue("spBv1.0/+/#") String subscription,
    @DefaultValue("console-1") String hostId,
    @DefaultValue("10000") int queue,
    @DefaultValue("30s") Duration keepAlive,
    @DefaultValue("20") int rebirthsPerSecond,
    @DefaultValue("40") int rebirthBurst,
    @DefaultValue("30s") Duration rebirthPatience,
    @DefaultValue("45s") Duration confirmWithin,
    @DefaultValue("10s") Duration devicesWithin) {}
