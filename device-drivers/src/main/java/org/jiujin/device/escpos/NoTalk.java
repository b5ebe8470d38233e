package org.jiujin.device.escpos;

import java.time.Duration;
import java.util.Optional;
import org.jiujin.device.Fault;
import org.jiujin.device.line.Line;

/// A printer that tells nothing: as long as its line is open, nothing is known against it.
///
/// @param line read only to notice that it is lost
record NoTalk(Line line) implements StatusTalk {
  private static final PrinterState NOTHING_KNOWN = new PrinterState(0x12, 0x12, 0x12, 0x12);

  @Override
  public Inquiry inquire(boolean again) {
    line.read(Duration.ZERO);
    return line.lost() ? StatusTalk.silence(line) : new Inquiry.Known(NOTHING_KNOWN);
  }

  @Override
  public Optional<Fault> obstacle() {
    return inquire(false).obstacle();
  }

  @Override
  public boolean saidInOrder(Duration limit) {
    return false;
  }

  @Override
  public void begin() {}
}
