package org.jiujin.kiosk.session;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jiujin.fleet.usage.MatterUse;
import org.jiujin.fleet.usage.StepUse;
import org.jiujin.fleet.usage.UsageToday;
import org.jiujin.kiosk.journey.Acknowledgement;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.journey.Step;
import org.jiujin.kiosk.terminal.TodayFile;
import org.jspecify.annotations.Nullable;

/// Notes how residents fared today, from midnight to midnight in China: how long at each step, how many left there, and what became
/// of each matter. Nothing about a resident is kept, and what is told changes only between two residents.
///
/// Figures that the disk refuses are kept in memory. [#look] is called by the thread of the visit; the rest is thread-safe.
public final class UsageBook {
  /// More than any catalogue has; one row of a report each.
  private static final int MOST_MATTERS = 64;

  private static final String STEP = "step";
  private static final String MATTER = "matter";

  private final TodayFile file;
  private final InstantSource time;
  private volatile UsageToday told = UsageToday.NONE;

  // owned by the thread of the visit
  private final Map<Step, StayTimes> stays = new EnumMap<>(Step.class);
  private final Map<Step, Integer> left = new EnumMap<>(Step.class);
  private final Map<String, MatterUse> matters = new TreeMap<>();
  private LocalDate day;
  private Class<? extends State> last = State.Attract.class; // no more of it: it may be personal
  private @Nullable Step at;
  private Instant since = Instant.MIN;

  /// Goes on with what the file says of today; a file that is missing or damaged counts as empty.
  ///
  /// @param folder the app's data folder; must exist
  public UsageBook(Path folder, InstantSource time) {
    this.file = new TodayFile(folder.resolve("usage-today"));
    this.time = time;
    this.day = TodayFile.day(time.instant());
    restore();
    told = report();
  }

  /// What was noted today, up to the last resident.
  public UsageToday today() {
    return TodayFile.day(time.instant()).equals(day) ? told : UsageToday.NONE;
  }

  /// The visit came to another state.
  public void look(State state) {
    Instant now = time.instant();
    turnOver(now);
    if (state.step() != at) {
      leaveStep(state, now);
    }
    noteMatter(state);
    last = state.getClass();
    if (state instanceof State.Attract) {
      told = report();
      file.write(day, format());
    }
  }

  private void leaveStep(State next, Instant now) {
    if (at != null) {
      // a clock that was set meanwhile makes a stay too short or too long, never a negative one
      stays.computeIfAbsent(at, _ -> new StayTimes()).add(Duration.between(since, now).toSeconds());
      if (next.step() == null && last != State.Filed.class) {
        left.merge(at, 1, Integer::sum);
      }
    }
    at = next.step();
    since = now;
  }

  private void noteMatter(State state) {
    switch (state) {
      case State.Told(var matter) when last == State.Home.class ->
          note(matter.id(), new MatterUse(matter.id(), 1, 0, 0, 0));
      case State.Filed(var kept, _) when last != State.Filed.class ->
          note(
              kept.matter().id(),
              switch (kept.acknowledgement()) {
                case Acknowledgement.Accepted _ -> new MatterUse(kept.matter().id(), 0, 1, 0, 0);
                case Acknowledgement.StoredHere _ -> new MatterUse(kept.matter().id(), 0, 0, 1, 0);
              });
      case State.NotFiled(var draft, _) when last != State.NotFiled.class ->
          note(draft.matter().id(), new MatterUse(draft.matter().id(), 0, 0, 0, 1));
      default -> {}
    }
  }

  private void note(String matter, MatterUse more) {
    if (matters.containsKey(matter) || matters.size() < MOST_MATTERS) {
      matters.merge(
          matter,
          more,
          (a, b) ->
              new MatterUse(
                  matter,
                  a.begun() + b.begun(),
                  a.done() + b.done(),
                  a.stored() + b.stored(),
                  a.failed() + b.failed()));
    }
  }

  private void turnOver(Instant now) {
    LocalDate today = TodayFile.day(now);
    if (!today.equals(day)) {
      day = today;
      stays.clear();
      left.clear();
      matters.clear();
      told = report();
    }
  }

  private UsageToday report() {
    List<StepUse> steps = new ArrayList<>();
    stays.forEach((step, times) ->
        steps.add(
            new StepUse(
                word(step),
                times.visits(),
                times.atMost(50),
                times.atMost(90),
                left.getOrDefault(step, 0))));
    return new UsageToday(steps, List.copyOf(matters.values()));
  }

  private String format() {
    var text = new StringBuilder();
    stays.forEach((step, times) ->
        text.append(STEP)
            .append(' ')
            .append(word(step))
            .append(' ')
            .append(left.getOrDefault(step, 0))
            .append(' ')
            .append(times.format())
            .append('\n'));
    matters
        .values()
        .forEach(one ->
            text.append(MATTER)
                .append(' ')
                .append(one.matter())
                .append(
                    " %d %d %d %d\n"
                        .formatted(one.begun(), one.done(), one.stored(), one.failed())));
    return text.toString();
  }

  private void restore() {
    try {
      file.read(day).lines().forEach(this::restore);
    } catch (IllegalArgumentException strange) {
      file.unreadable(strange.toString());
      stays.clear();
      left.clear();
      matters.clear();
    }
  }

  private void restore(String line) {
    String[] words = line.split(" ", 4);
    if (words.length == 4 && words[0].equals(STEP)) {
      Step step = Step.valueOf(words[1].toUpperCase(Locale.ROOT));
      left.put(step, Integer.parseUnsignedInt(words[2]));
      stays.put(step, StayTimes.parse(words[3]));
    } else if (words.length == 4 && words[0].equals(MATTER)) {
      String[] rest = words[3].split(" ", -1);
      if (rest.length != 3) {
        throw new IllegalArgumentException("a matter has four numbers");
      }
      note(
          words[1],
          new MatterUse(
              words[1],
              Integer.parseUnsignedInt(words[2]),
              Integer.parseUnsignedInt(rest[0]),
              Integer.parseUnsignedInt(rest[1]),
              Integer.parseUnsignedInt(rest[2])));
    } else {
      throw new IllegalArgumentException("a line is neither of a step nor of a matter");
    }
  }

  private static String word(Step step) {
    return step.name().toLowerCase(Locale.ROOT);
  }
}
