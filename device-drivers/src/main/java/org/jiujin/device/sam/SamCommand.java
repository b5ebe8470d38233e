package org.jiujin.device.sam;

import java.time.Duration;

/// What the host asks of the SAM (devices reference, 3.3), each with the time it may take.
enum SamCommand {
  STATUS(0x11, 0xFF, 500),
  SAM_ID(0x12, 0xFF, 500),
  FIND(0x20, 0x01, 500),
  SELECT(0x20, 0x02, 1000),
  READ_TEXT_AND_PHOTO(0x30, 0x01, 3000),
  READ_WITH_FINGERPRINTS(0x30, 0x10, 4000),
  READ_NEWEST_ADDRESS(0x30, 0x03, 1500),
  /// Sets the line to 115200 baud; the answer still comes at the old speed.
  SPEED_115200(0x60, 0x00, 500);

  private final byte command;
  private final byte parameter;
  private final Duration limit;

  SamCommand(int command, int parameter, int limitMilliseconds) {
    this.command = (byte) command;
    this.parameter = (byte) parameter;
    this.limit = Duration.ofMillis(limitMilliseconds);
  }

  /// The whole frame.
  byte[] frame() {
    return SamFrame.encode(command, parameter);
  }

  /// How long the first byte of the answer may take.
  Duration limit() {
    return limit;
  }
}
