package org.jiujin.device.idcard;

import java.time.Duration;
import org.jiujin.device.Device;

/// Reads second-generation identity cards and their kin.
///
/// @since 0.1
public interface IdentityCardReader extends Device {
  /// Waits for a card and reads it. Blocks the caller, not the device: its status stays fresh meanwhile.
  ///
  /// A card that was read and is still lying there is not found again before it is lifted (devices reference, 3.6).
  /// Interrupting the caller ends the wait like [#cancel()], and leaves the caller interrupted.
  ///
  /// @param patience how long to wait for a card; reading one that was found may take five seconds more
  CardOutcome read(Duration patience);

  /// Ends every [#read(Duration)] that is waiting; it answers [CardOutcome.Cancelled] within half a second, and takes no card
  /// that is laid from now on. One that was being read at this moment must be lifted and laid again.
  void cancel();
}
