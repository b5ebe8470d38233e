package org.jiujin.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jiujin.demo.launch.Display;
import org.jiujin.demo.launch.Layout;
import org.jiujin.demo.launch.Ports;
import org.jiujin.demo.launch.Whole;
import org.jiujin.demo.story.Ending;
import org.jiujin.demo.story.Player;
import org.jiujin.demo.story.Story;

/// Plays stories on a whole of their own and sums up.
final class Playing {
  private final PrintStream out;

  Playing(PrintStream out) {
    this.out = out;
  }

  /// Plays the wished stories on one launch; after a story that broke, the next gets a fresh one.
  ///
  /// @return true if every step of every story held
  boolean play(Arguments.Play wish) throws IOException, InterruptedException {
    var stories = new ArrayList<Story>();
    for (String name : wish.stories()) {
      var named =
          Repertoire.stories().stream().filter(story -> story.name().equals(name)).findFirst();
      if (named.isEmpty()) {
        out.println("There is no story '" + name + "'; ./kiosk demo --play list names them.");
        return false;
      }
      stories.add(named.get());
    }
    var endings = new ArrayList<Ending>();
    List<Story> left = stories.isEmpty() ? Repertoire.stories() : List.copyOf(stories);
    while (!left.isEmpty()) {
      List<Ending> played = playOnOneLaunch(left, wish);
      if (played.isEmpty()) {
        return false;
      }
      endings.addAll(played);
      left = left.subList(played.size(), left.size());
    }
    endings.forEach(this::sumUp);
    return endings.stream().allMatch(Ending.Held.class::isInstance);
  }

  /// Plays until the first story that breaks.
  ///
  /// @return how those that were played ended; none if the whole did not start
  private List<Ending> playOnOneLaunch(List<Story> stories, Arguments.Play wish)
      throws IOException, InterruptedException {
    Path run = wish.folder().resolve("play");
    Whole.wipe(run);
    boolean window = wish.window() && Display.canShowWindows();
    var endings = new ArrayList<Ending>();
    try (var whole =
            Whole.prepare(
                new Layout(
                    wish.home(), run, Ports.pickApart(RandomGenerator.getDefault()), window));
        var _ = StopOnExit.of(whole, out)) {
      if (!new Announcer(out).start(whole)) {
        return List.of();
      }
      var player = new Player(wish.folder(), out);
      for (Story story : stories) {
        Ending ending = player.play(story, whole);
        endings.add(ending);
        if (ending instanceof Ending.Broke) {
          break;
        }
      }
    }
    return endings;
  }

  private void sumUp(Ending ending) {
    double seconds = ending.took().toMillis() / 1000.0;
    switch (ending) {
      case Ending.Held held ->
          out.printf(
              Locale.ROOT,
              "%-10s held: %d steps in %.1f s, pictures in %s%n",
              held.story(),
              held.steps(),
              seconds,
              held.folder());
      case Ending.Broke broke -> {
        out.printf(
            Locale.ROOT, "%-10s BROKE after %.1f s: %s%n", broke.story(), seconds, broke.step());
        out.println("           " + broke.why());
        out.println("           seen: " + broke.seen());
        out.println("           pictures in " + broke.folder());
      }
    }
  }
}
