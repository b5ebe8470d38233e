package org.jiujin.fleet;

/// Metric names that Sparkplug itself fixes.
///
/// @since 0.1.0
public final class Names {
  /// Birth and death of one connection carry the same number, 0…255.
  public static final String BD_SEQ = "bdSeq";

  /// Written as true by a command, it makes the node publish its births again. Never has an alias.
  public static final String REBIRTH = "Node Control/Rebirth";

  private Names() {}
}
