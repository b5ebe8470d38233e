package org.jiujin.agent.update;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jiujin.update.trust.release.ReleaseKind;

/// How releases come to this terminal.
///
/// @param group the terminal's group
/// @param terminal the terminal's id
/// @param repository an `http` or `https` address; `metadata` and `targets` are below it
/// @param root a file with the first root of the repository that is trusted
/// @param shipped for each kind of release that the app is started with, what came with the machine
/// @param folder for releases and what is known of the repository; made if missing
/// @param window when releases that can wait are installed
/// @param fetchWindow when releases that can wait are fetched, by the first terminal of the fleet; the others later by their turn
/// @param jitter within which the terminals of the fleet take their turns
/// @param bytesPerSecond at most, while content is fetched; 0 for as many as there are
/// @param diskFloor how many bytes of the disk stay free
/// @param proof how long without a break the app has to be well in a new release
/// @param trial within which it must have become so
public record UpdateSettings(
    String group,
    String terminal,
    URI repository,
    Path root,
    Map<ReleaseKind, Path> shipped,
    Path folder,
    DailyWindow window,
    DailyWindow fetchWindow,
    Duration jitter,
    long bytesPerSecond,
    long diskFloor,
    Duration proof,
    Duration trial) {
  InstallPolicy policy() {
    var usual = InstallLimits.USUAL;
    return new InstallPolicy(
        new InstallLimits(
            proof, trial, usual.failures(), usual.starts(), usual.firstRest(), usual.longestRest()),
        turn());
  }

  /// Whether this is the time of day to fetch what can wait.
  boolean isFetchTime(Instant wall, ZoneId zone) {
    return fetchWindow.has(wall.minus(turn()), zone);
  }

  /// By how much this terminal is later than the first: always the same, and evenly spread over the fleet.
  private Duration turn() {
    long spread = Math.max(1, jitter.toSeconds());
    long hash = Sha256.ofText(group + "/" + terminal).asReadOnlyByteBuffer().getLong();
    return Duration.ofSeconds(Long.remainderUnsigned(hash, spread));
  }
}
