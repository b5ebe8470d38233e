package org.jiujin.agent;

import java.time.Duration;
import java.util.OptionalInt;
import org.jiujin.agent.configuration.Tuned;
import org.jiujin.agent.link.FleetLink;
import org.jiujin.agent.link.LinkSettings;
import org.jiujin.agent.outbox.Recorder;
import org.jiujin.agent.supervise.Supervisor;
import org.jiujin.fleet.configuration.Effective;
import org.jiujin.fleet.configuration.Setting;
import org.jiujin.fleet.local.LocalMessage;

/// Those of the agent who act by the configuration.
///
/// @param file what the agent's own file says of the link
record Tuning(LinkSettings file, FleetLink link, Supervisor supervisor, Recorder recorder)
    implements Tuned {
  private static final Duration USUAL_FULL_REPORT = Duration.ofMinutes(5);

  @Override
  public void act(Effective effective) {
    link.tune(
        seconds(effective, Setting.BROKER_KEEP_ALIVE_SECONDS, file.keepAlive()),
        seconds(effective, Setting.BROKER_LONGEST_RETRY_SECONDS, file.longestRetry()),
        seconds(effective, Setting.REPORT_FULL_SECONDS, USUAL_FULL_REPORT));
    supervisor.limitMemory(
        number(effective, Setting.APP_MEMORY_SOFT_MB),
        number(effective, Setting.APP_MEMORY_HARD_MB));
    recorder.diskLowBelow(number(effective, Setting.DISK_LOW_MB));
  }

  @Override
  public void tellApp(LocalMessage.Settings settings) {
    supervisor.tell(settings);
  }

  @Override
  public boolean online() {
    return link.online();
  }

  private static Duration seconds(Effective effective, Setting setting, Duration otherwise) {
    return Duration.ofSeconds(effective.number(setting, (int) otherwise.toSeconds()));
  }

  private static OptionalInt number(Effective effective, Setting setting) {
    return effective
        .value(setting)
        .map(value -> OptionalInt.of(Integer.parseInt(value)))
        .orElseGet(OptionalInt::empty);
  }
}
