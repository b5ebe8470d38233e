package org.jiujin.device.virtual;

/// What connects a virtual device: plugged or not.
interface Cable extends AutoCloseable {
  void plug();

  void unplug();

  boolean plugged();

  /// Lets the device talk at one speed only: whoever has set the port to another one gets noise, as the device does. What has
  /// no speed takes no notice.
  ///
  /// @param baud 0 for whatever the port is set to
  default void talkAt(int baud) {}

  @Override
  void close();
}
