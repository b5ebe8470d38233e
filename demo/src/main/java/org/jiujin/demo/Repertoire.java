package org.jiujin.demo;

import java.util.List;
import org.jiujin.demo.stories.EnrolStory;
import org.jiujin.demo.stories.FilingStory;
import org.jiujin.demo.stories.OfflineStory;
import org.jiujin.demo.stories.OutageStory;
import org.jiujin.demo.stories.UnpluggedStory;
import org.jiujin.demo.story.Story;

/// The stories there are, in the order in which all of them are played. A new capability adds its own here.
final class Repertoire {
  private Repertoire() {}

  static List<Story> stories() {
    return List.of(
        new FilingStory(),
        new OfflineStory(),
        new UnpluggedStory(),
        new OutageStory(),
        new EnrolStory());
  }
}
