package org.jiujin.agent.update;

/// A release that did not prove itself.
///
/// @param attempt the last one that failed
/// @param why a word
record GivenUp(ReleaseRef release, int attempt, String why) {}
