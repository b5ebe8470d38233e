package org.jiujin.kiosk.terminal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jiujin.fleet.configuration.Setting;

/// The terminal profile as it counts now: what its file says, and over it what the operator set from afar. Replaced as a whole; any
/// thread.
public final class ProfileInForce implements Supplier<TerminalProfile> {
  private final TerminalProfile file;
  private volatile TerminalProfile now;

  /// @param file what counts until somebody sets something else
  public ProfileInForce(TerminalProfile file) {
    this.file = file;
    this.now = file;
  }

  @Override
  public TerminalProfile get() {
    return now;
  }

  /// Puts these settings in force in the place of those before; for what they do not name, the file counts.
  ///
  /// @param values by [Setting#wireName()]
  /// @return the names that cannot be taken; when there is one, nothing has changed
  public List<String> apply(Map<String, String> values) {
    List<String> refused =
        values.entrySet().stream()
            .filter(entry -> !takes(entry.getKey(), entry.getValue()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    if (!refused.isEmpty()) {
      return refused;
    }
    TerminalProfile next = with(new Values(values));
    if (next.idle().countdown().compareTo(next.idle().signedIn()) >= 0) {
      return List.of(Setting.IDLE_COUNTDOWN_SECONDS.wireName()); // it is a part of that limit
    }
    now = next;
    return List.of();
  }

  private static boolean takes(String name, String value) {
    return Setting.of(name)
        .filter(setting -> setting.user() == Setting.User.APP && setting.takes(value))
        .isPresent();
  }

  private TerminalProfile with(Values values) {
    TerminalProfile.Place place = file.place();
    TerminalProfile.IdleLimits idle = file.idle();
    return new TerminalProfile(
        file.id(),
        file.group(),
        new TerminalProfile.Place(
            values.text(Setting.PLACE_NAME).orElse(place.name()),
            place.demo(),
            values.text(Setting.PLACE_HOTLINE).orElse(place.hotline()),
            place.region()),
        file.panel(),
        file.devices(),
        new TerminalProfile.IdleLimits(
            values.seconds(Setting.IDLE_NOT_SIGNED_IN_SECONDS, idle.notSignedIn()),
            values.seconds(Setting.IDLE_SIGNED_IN_SECONDS, idle.signedIn()),
            values.seconds(Setting.IDLE_DEVICE_SECONDS, idle.device()),
            values.seconds(Setting.IDLE_PAPER_SECONDS, idle.paper()),
            values.seconds(Setting.IDLE_COUNTDOWN_SECONDS, idle.countdown())));
  }

  private record Values(Map<String, String> all) {
    Optional<String> text(Setting setting) {
      return Optional.ofNullable(all.get(setting.wireName()));
    }

    Duration seconds(Setting setting, Duration otherwise) {
      return text(setting).map(Long::parseLong).map(Duration::ofSeconds).orElse(otherwise);
    }
  }
}
