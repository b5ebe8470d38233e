package org.jiujin.device.scanner;

import java.util.Optional;

/// Reads codes in frames that come one after the other. Used from one thread at a time.
///
/// @since 0.2
public interface FrameReader {
  /// Looks at the next frame.
  ///
  /// @param frame not changed, and not looked at after the call
  /// @return empty when nothing can be read yet
  Optional<ScannedCode> next(GreyFrame frame);

  /// Forgets what was seen, when a presentation is over: it may be personal.
  void restart();
}
