package org.jiujin.agent.link;

import java.io.IOException;
import org.jiujin.fleet.Payload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts connections for `bdSeq`, across restarts: 0 at first, one more before every CONNECT, 0 again after 255.
///
/// The number is on the disk before it is given out. A disk that refuses costs the memory over a restart, not the
/// connection: a terminal with a full disk is the one that operators must see. For one thread.
final class BirthCounter {
  private static final Logger LOG = LoggerFactory.getLogger(BirthCounter.class);

  private final BirthStore store;
  private int last;

  BirthCounter(BirthStore store) {
    this.store = store;
    this.last = read(store);
  }

  /// The number for the next CONNECT.
  int next() {
    last = (last + 1) % Payload.SEQ_MODULUS;
    try {
      store.write(last + "\n");
    } catch (IOException e) {
      LOG.warn("bdSeq {} could not be written to disk; it may repeat after a restart", last, e);
    }
    return last;
  }

  private static int read(BirthStore store) {
    try {
      return store
          .read()
          .map(text -> Math.floorMod(Integer.parseInt(text.strip()), Payload.SEQ_MODULUS))
          .orElse(-1);
    } catch (IOException | NumberFormatException e) {
      LOG.warn("the file of bdSeq is not readable; counting starts again at 0", e);
      return -1;
    }
  }
}
