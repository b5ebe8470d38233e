package org.jiujin.console.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jiujin.console.terminal.DeviceView;
import org.jiujin.console.terminal.TerminalState;
import org.jiujin.fleet.update.UpdateSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Says facts in the words of the messages file. A code without a word is shown as it is.
@Component
class Wording {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");

  /// Begins the name under which a terminal tells of a whole configuration.
  private static final String VERSION = "version-";

  private static final Duration CLONE_HOLDS = Duration.ofHours(2);

  private final MessageSource messages;
  private final WebSettings settings;
  private final InstantSource clock;

  Wording(MessageSource messages, WebSettings settings, InstantSource clock) {
    this.messages = messages;
    this.settings = settings;
    this.clock = clock;
  }

  String text(String key, Object... parts) {
    return messages.getMessage(key, parts, Locale.CHINA);
  }

  String state(TerminalState state) {
    return text("state." + ApiTerminal.word(state));
  }

  String appState(String appState) {
    return orCode("app." + (appState.isEmpty() ? "unknown" : appState), appState);
  }

  String device(String id) {
    return orCode("device." + id, id);
  }

  /// Who did something: a part of the console by its word, anybody else by what he is known by.
  String actor(String who) {
    return orCode("enrolment.who." + who, who);
  }

  String step(String step) {
    return orCode("step." + step, step);
  }

  String matter(String id) {
    return orCode("matter." + id, id);
  }

  /// A supply by its kind, and by the device's own name where it has one.
  String supply(String kind, String name) {
    String word = orCode("supply." + kind, kind);
    return name.isEmpty() ? word : text("supply.named", word, name);
  }

  String fault(String code) {
    return code.isEmpty() ? "" : orCode("fault." + slug(code), code);
  }

  String mend(String mend) {
    return mend.isEmpty() ? "" : orCode("mend." + mend, mend);
  }

  /// Why a setting or a configuration is not in force.
  String drift(String reason) {
    return orCode("drift." + reason, reason);
  }

  /// What a setting, or a whole configuration, is called.
  String setting(String name) {
    return name.startsWith(VERSION)
        ? text("configuration.version", name.substring(VERSION.length()))
        : orCode("setting." + name, name);
  }

  /// What a release is of.
  String release(String kind) {
    return orCode("release." + kind, kind);
  }

  /// A version of a release.
  String version(String version) {
    return version.equals(UpdateSummary.SHIPPED) ? text("update.shipped") : version;
  }

  /// Why a release could not be fetched, or was given up.
  String updateReason(String reason) {
    return orCode("update.reason." + reason, reason);
  }

  /// How the sending of a configuration went.
  String outcome(String outcome) {
    return orCode("outcome." + outcome.replace(' ', '-'), outcome);
  }

  /// What a device is like, in a word or two: its fault if it has one, else its state.
  String condition(DeviceView device) {
    return condition(device.state(), device.fault());
  }

  String condition(String state, String fault) {
    return fault.isEmpty() ? orCode("device-state." + state, state) : fault(fault);
  }

  /// That two agents use one identity, if they did so lately; else empty.
  String sharedIdentity(@Nullable Instant seen) {
    boolean lately =
        seen != null && Duration.between(seen, clock.instant()).compareTo(CLONE_HOLDS) < 0;
    return lately ? text("terminal.clone") : "";
  }

  /// A time today as a time, another as day and time.
  String time(@Nullable Instant instant) {
    if (instant == null) {
      return text("time.never");
    }
    ZonedDateTime local = instant.atZone(settings.zone());
    LocalDate today = clock.instant().atZone(settings.zone()).toLocalDate();
    return local.toLocalDate().equals(today) ? TIME.format(local) : DAY_AND_TIME.format(local);
  }

  /// A day.
  String day(Instant instant) {
    return DateTimeFormatter.ISO_LOCAL_DATE.format(instant.atZone(settings.zone()));
  }

  /// How long ago, in the largest fitting unit.
  String age(@Nullable Instant instant) {
    if (instant == null) {
      return "";
    }
    Duration age = Duration.between(instant, clock.instant());
    if (age.toMinutes() < 1) {
      return text("age.now");
    }
    if (age.toHours() < 1) {
      return text("age.minutes", age.toMinutes());
    }
    return age.toDays() < 1 ? text("age.hours", age.toHours()) : text("age.days", age.toDays());
  }

  private String orCode(String key, String code) {
    String text = messages.getMessage(key, null, code, Locale.CHINA);
    return text == null ? code : text;
  }

  private static String slug(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
