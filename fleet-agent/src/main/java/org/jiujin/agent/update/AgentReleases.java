package org.jiujin.agent.update;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiujin.agent.update.InstallPolicy.Input;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.update.trust.release.ReleaseKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The agent's own releases. The launcher starts the one that `install.json` names, counts the starts of one on trial, and goes back when
/// there are too many; everything else is as for the app. For one thread.
final class AgentReleases {
  private static final Logger LOG = LoggerFactory.getLogger(AgentReleases.class);

  /// Among the devices that must work as before: the way to the fleet. An agent that loses it could never be mended from afar.
  private static final String LINK = "fleet-link";

  private final AgentImage running;
  private final Path folder;
  private final UpdateWatch watch;
  private final Releases releases;

  AgentReleases(
      AgentImage running,
      UpdateSettings settings,
      Releases.Place place,
      ExecutorService thread,
      Consumer<Input> answers,
      UpdateWatch watch)
      throws IOException {
    this.running = running;
    this.folder = settings.folder().resolve(ReleaseKind.AGENT.word());
    this.watch = watch;
    this.releases =
        new Releases(
            ReleaseKind.AGENT,
            running.shipped(),
            settings,
            place,
            thread,
            answers,
            this::happened,
            this::moved);
  }

  Releases releases() {
    return releases;
  }

  /// Goes on where the agent was before, or learns that the launcher went back.
  void begin(Instant now) {
    releases.begin(now);
    if (releases.slot() != running.slot()) {
      LOG.error("the agent runs from slot {}, not from slot {}", running.slot(), releases.slot());
      releases.take(new Input.NotStarted());
    }
  }

  /// @param online whether the terminal is heard by the fleet
  void tick(Instant now, Conditions conditions, boolean online) {
    Set<String> devices =
        Stream.concat(conditions.devices().stream(), online ? Stream.of(LINK) : Stream.of())
            .collect(Collectors.toUnmodifiableSet());
    releases.tick(
        now,
        new Conditions(
            conditions.wall(),
            conditions.ready(),
            conditions.serving(),
            devices,
            conditions.permit(),
            conditions.fetchTime()));
  }

  /// The agent ends in an orderly way.
  void stopping() {
    releases.take(new Input.Stopping());
    AgentImage.forgetStarts(folder);
  }

  private void happened(RecordBody body) {
    AgentImage.forgetStarts(folder); // the next one may get the same slot
    watch.tell(body);
  }

  private void moved() {
    if (releases.slot() != running.slot()) {
      AgentImage.forgetStarts(folder);
      watch.restartAgent();
    }
  }
}
