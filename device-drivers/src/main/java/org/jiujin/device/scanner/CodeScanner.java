package org.jiujin.device.scanner;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jiujin.device.Device;
import org.jiujin.device.Fault;
import org.jiujin.device.SwitchOutcome;

/// Reads QR codes and bar codes.
///
/// A code belongs to whoever waits or listens when it begins to come. With nobody there it is dropped, so that no code of
/// one resident is ever handed to the next. The same code again within a second is one code.
///
/// @since 0.2
public interface CodeScanner extends Device {
  /// No code is longer than this, in bytes.
  int MOST_BYTES = 4096;

  /// Waits for one code. Blocks the caller, not the device. Interrupting the caller ends the wait like [#cancel()], and
  /// leaves the caller interrupted.
  ///
  /// @return cancelled also when the session loses the device
  ScanOutcome scan(Duration patience);

  /// Ends every [#scan(Duration)] that is waiting; it answers [ScanOutcome.Cancelled] at once.
  void cancel();

  /// Calls the listener with every code from now on, until the subscription is closed or the session loses the device.
  /// The calls come on a thread of the device, or on the one that types into a [WedgeScanner]; a listener must return
  /// quickly, and one that throws is logged and stays. A device that is away or goes away ends nothing.
  ///
  /// @return empty when another session holds the device
  Optional<Subscription> listen(Consumer<ScannedCode> listener);

  /// Switches the scanner's light on or off; it goes off when the session loses the device. No scanner confirms it:
  /// switched means that the command went out.
  ///
  /// @return refused with `MISCONFIGURED` when there is no light that can be switched
  default SwitchOutcome light(boolean on) {
    return new SwitchOutcome.Refused(Fault.of(Fault.Code.MISCONFIGURED, "no light"));
  }
}
