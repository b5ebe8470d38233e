package org.jiujin.demo.story;

import java.util.List;

/// Something that happens at the terminal, told in steps against the real processes. A story leaves the stage as it
/// found it: nobody at the terminal, everything plugged in.
public interface Story {
  /// What it is called on the command line; also the name of its folder.
  String name();

  /// What it shows, in one line.
  String about();

  /// The steps, in order. Called once for each playing; steps may share what they learn through the stage.
  List<Step> steps(Stage stage);
}
