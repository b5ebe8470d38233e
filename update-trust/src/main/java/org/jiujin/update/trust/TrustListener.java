package org.jiujin.update.trust;

/// Hears what is worth a line in the log, on the thread that refreshes.
public interface TrustListener {
  /// Nobody listens.
  TrustListener NONE =
      new TrustListener() {
        @Override
        public void discarded(String role, String why) {}

        @Override
        public void rootTrusted(long version, boolean rotated) {}
      };

  /// A file that was kept on this machine is not used: it is damaged, or its keys are no longer trusted. It is fetched again.
  void discarded(String role, String why);

  /// A new root is trusted.
  ///
  /// @param rotated whether a key of timestamp or snapshot was taken away, and their files are forgotten
  void rootTrusted(long version, boolean rotated);
}
