package org.jiujin.device.soak;

import java.util.List;
import org.jiujin.device.Device;

/// One driver with its virtual peer, and everything that can happen to them in a day.
public interface Station extends AutoCloseable {
  /// The driver.
  Device device();

  /// Uses the device as an app does.
  ///
  /// @return whether it did its work; false is right while something is wrong with it
  boolean work();

  /// What can happen.
  List<Trouble> troubles();

  /// Ends driver and peer.
  @Override
  void close();

  /// Something that breaks, and how it is mended.
  record Trouble(String name, Runnable happens, Runnable mended) {}
}
