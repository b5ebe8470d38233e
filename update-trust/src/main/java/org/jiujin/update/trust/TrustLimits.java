package org.jiujin.update.trust;

/// What a client takes at most from a repository, so that nobody can fill its memory or keep it busy.
///
/// @param rootBytes the longest root
/// @param timestampBytes the longest timestamp
/// @param snapshotBytes the longest snapshot, whatever the timestamp says
/// @param targetsBytes the longest file of a targets role, whatever the snapshot says
/// @param roots how many new roots in one refresh; the next refresh goes on from there
/// @param roles how many roles are asked about one target
public record TrustLimits(
    int rootBytes, int timestampBytes, int snapshotBytes, int targetsBytes, int roots, int roles) {
  /// What suits a terminal: 512 KiB, 16 KiB, 256 KiB and 1 MiB, 256 roots, 32 roles. Reading 1 MiB of targets takes about
  /// 10 MB of memory.
  public static final TrustLimits TERMINAL =
      new TrustLimits(512 << 10, 16 << 10, 256 << 10, 1 << 20, 256, 32);
}
