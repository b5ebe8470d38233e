package org.jiujin.device.camera;

import java.time.Duration;
import java.util.function.Consumer;
import org.jiujin.device.scanner.FrameSource;

/// What document and face cameras have in common.
///
/// A camera runs only while somebody previews or captures; otherwise it is merely looked after.
/// For a code scanner it is a source of grey frames; a watcher that the lease does not admit sees none.
///
/// @param <P> what it takes pictures of
/// @since 0.2
public interface Camera<P> extends FrameSource {
  /// Calls the viewer with frames, at most as many a second as the device set says (usually 15), on a thread of this
  /// subscription. A viewer that is slow misses frames; they never queue. A viewer that throws is logged and stays.
  ///
  /// Ends when closed, with the lease under which it began, and with the camera. A caller that the lease does not admit
  /// sees nothing. A camera that goes away and comes back goes on.
  Subscription preview(Consumer<Preview> viewer);

  /// Waits for a picture that is good enough and takes it. Blocks the caller.
  ///
  /// Interrupting the caller ends the wait like [#cancel()], and leaves the caller interrupted.
  ///
  /// @param patience how long to wait for a good picture; working on the last one may take two seconds more
  CaptureOutcome<P> capture(Duration patience);

  /// Ends every [#capture(Duration)] that is waiting; it answers [CaptureOutcome.Cancelled] within half a second.
  void cancel();
}
