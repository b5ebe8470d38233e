package org.jiujin.agent.update;

/// A release in its slot.
///
/// @param slot its number
/// @param release what is in it
/// @param attempt for which it was assigned
record Installed(long slot, ReleaseRef release, int attempt) {}
