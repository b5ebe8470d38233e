package org.jiujin.device.virtual;

/// What connects a virtual device: plugged or not.
interface Cable extends AutoCloseable {
  void plug();

  void unplug();

  boolean plugged();

  @Override
  void close();
}
