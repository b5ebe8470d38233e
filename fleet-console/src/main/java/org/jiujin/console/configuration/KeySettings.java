package org.jiujin.console.configuration;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param data the folder that everything of this console is kept under
@ConfigurationProperties("console")
record KeySettings(@DefaultValue("console-data") Path data) {}
