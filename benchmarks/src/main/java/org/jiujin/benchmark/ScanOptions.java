package org.jiujin.benchmark;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jiujin.device.virtual.phone.StillClass;

/// What `bench scan` is asked to do.
///
/// @param seed of the stills
/// @param burstSeed of the bursts
/// @param classes of stills; all when none was named
/// @param quick a quarter of everything
/// @param out where to write the tables too
/// @param photos a folder of real photographs, to be read instead of generated pictures
record ScanOptions(
    long seed,
    long burstSeed,
    Set<StillClass> classes,
    boolean quick,
    Optional<Path> out,
    Optional<Path> photos) {
  /// Neither was looked at while the reader was made.
  static final long HELD_OUT_SEED = 99_887_766;

  static final long HELD_OUT_BURST_SEED = 77_000;

  /// @throws IllegalArgumentException in plain words
  static ScanOptions parse(List<String> words) {
    var reading = new Reading(words.iterator());
    while (reading.words.hasNext()) {
      reading.take(reading.words.next());
    }
    return reading.done();
  }

  boolean everyClass() {
    return classes.size() == StillClass.values().length;
  }

  private static final class Reading {
    private final Iterator<String> words;
    private final Set<StillClass> classes = EnumSet.noneOf(StillClass.class);
    private long seed = HELD_OUT_SEED;
    private long burstSeed = HELD_OUT_BURST_SEED;
    private boolean quick;
    private Optional<Path> out = Optional.empty();
    private Optional<Path> photos = Optional.empty();

    Reading(Iterator<String> words) {
      this.words = words;
    }

    void take(String word) {
      switch (word) {
        case "--seed" -> seed = number(value(word));
        case "--burst-seed" -> burstSeed = number(value(word));
        case "--class" -> classes.add(still(value(word)));
        case "--quick" -> quick = true;
        case "--out" -> out = Optional.of(Path.of(value(word)));
        case "--photos" -> photos = Optional.of(Path.of(value(word)));
        default -> throw new IllegalArgumentException("unknown: " + word);
      }
    }

    ScanOptions done() {
      var asked = classes.isEmpty() ? EnumSet.allOf(StillClass.class) : classes;
      return new ScanOptions(seed, burstSeed, asked, quick, out, photos);
    }

    private String value(String option) {
      if (!words.hasNext()) {
        throw new IllegalArgumentException(option + " needs a value");
      }
      return words.next();
    }

    private static long number(String text) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException noNumber) {
        throw new IllegalArgumentException("not a number: " + text, noNumber);
      }
    }

    private static StillClass still(String name) {
      try {
        return StillClass.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
      } catch (IllegalArgumentException unknown) {
        throw new IllegalArgumentException(
            "no class is called " + name + "; there are " + List.of(StillClass.values()), unknown);
      }
    }
  }
}
