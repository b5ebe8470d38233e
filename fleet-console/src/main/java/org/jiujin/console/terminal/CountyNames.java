package org.jiujin.console.terminal;

/// The names of counties for people.
public interface CountyNames {
  /// Prefecture and county of a Sparkplug group such as `GS-621121`, or the group itself if its code is unknown.
  String of(String group);
}
