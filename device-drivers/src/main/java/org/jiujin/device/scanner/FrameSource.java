package org.jiujin.device.scanner;

import java.util.function.Consumer;
import org.jiujin.device.Device;

/// A camera as a scanner sees it: grey frames, while somebody wants them.
///
/// @since 0.2
public interface FrameSource extends Device {
  /// Calls the viewer with frames, as fast as they come, one at a time on a thread of this subscription; frames that
  /// come meanwhile are left out. A camera that goes away and comes back goes on. The frame is the viewer's.
  Subscription watch(Consumer<GreyFrame> viewer);
}
