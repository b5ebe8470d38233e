package org.jiujin.device.iso7816;

import java.util.Arrays;

/// A card's whole answer. Its data may be personal, so it masks itself and can be wiped.
public final class ApduReply {
  private final byte[] data;
  private final StatusWord word;

  ApduReply(byte[] data, StatusWord word) {
    this.data = data;
    this.word = word;
  }

  /// The data without the status word; not a copy.
  public byte[] data() {
    return data;
  }

  /// How it ended.
  public StatusWord word() {
    return word;
  }

  /// Overwrites the data.
  public void wipe() {
    Arrays.fill(data, (byte) 0);
  }

  @Override
  public String toString() {
    return "ApduReply[" + word + ", " + data.length + " bytes]";
  }
}
