package org.jiujin.agent.lone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jiujin.agent.link.LinkSettings;
import org.jspecify.annotations.Nullable;

/// What `./kiosk agent` is asked to do.
///
/// @param link where to connect, and as whom
/// @param devices the simulated devices, by id
/// @param change the time between two changes of the terminal; null for none
/// @param unplug the time between a device's coming and its going; null for never
/// @param until when to leave; null for when it is told to
/// @param complex whether to report a DataSet and a Template too
record LoneOptions(
    LinkSettings link,
    List<String> devices,
    @Nullable Duration change,
    @Nullable Duration unplug,
    @Nullable Duration until,
    long seed,
    boolean complex) {
  static final List<String> USUAL_DEVICES = List.of("idcard", "receipt", "camera", "cabinet");

  LoneOptions {
    devices = List.copyOf(devices);
  }

  /// Reads the command line.
  ///
  /// @param home where files go when no folder is named
  /// @throws UsageException at the first thing that is wrong
  static LoneOptions parse(List<String> words, Path home) throws UsageException {
    return new OptionReader(words, home).read();
  }
}
