package org.jiujin.console.configuration;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param folder where the layers are, `config/fleet` of a checkout for example; without it this console configures nobody
/// @param lookEvery how often the files are looked at again
/// @param firstRetry how long a terminal may take before it is told again; twice as long each time
/// @param longestRetry never longer than this
/// @param perSecond how many terminals are told in a second
@ConfigurationProperties("console.configuration")
record ConfigurationSettings(
    @Nullable Path folder,
    @DefaultValue("5s") Duration lookEvery,
    @DefaultValue("10s") Duration firstRetry,
    @DefaultValue("15m") Duration longestRetry,
    @DefaultValue("20") int perSecond) {}
