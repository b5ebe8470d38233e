package org.jiujin.console.web;

import java.nio.file.Path;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param fonts a folder with `NotoSansSC-Regular.ttf` and `-Bold.ttf`; without it the browser's own fonts serve
/// @param zone the time zone in which times are shown
/// @param streams how many browsers may follow the changes at the same time
@ConfigurationProperties("console")
record WebSettings(
    @DefaultValue("config/fonts") Path fonts,
    @DefaultValue("Asia/Shanghai") ZoneId zone,
    @DefaultValue("200") int streams) {}
