package org.jiujin.console.terminal;

import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param zone the time zone in which a day of the fleet begins
/// @param terminals those that are known before they report
@ConfigurationProperties("console")
record TerminalSettings(
    @DefaultValue("Asia/Shanghai") ZoneId zone, @DefaultValue List<Registered> terminals) {

  /// @param group the county's Sparkplug group
  /// @param place where it stands, in words for operators
  record Registered(String id, String group, @DefaultValue("") String place) {}
}
