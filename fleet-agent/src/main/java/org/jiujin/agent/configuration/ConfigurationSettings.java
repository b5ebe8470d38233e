package org.jiujin.agent.configuration;

import java.nio.file.Path;
import java.time.Duration;

/// Who we are and where documents are kept.
///
/// @param folder made when the first document comes
/// @param trial how long a new configuration has to prove itself
public record ConfigurationSettings(String group, String terminal, Path folder, Duration trial) {}
