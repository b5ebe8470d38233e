package org.jiujin.device.virtual;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;

/// A receipt printer that does not exist, at the far side of a real terminal port. It understands ESC/POS in GB18030,
/// keeps paper, cover and blade, and draws what it printed.
///
/// Thread-safe.
public final class VirtualReceiptPrinter implements AutoCloseable {
  /// As fast as common printers.
  public static final int REAL_SPEED = 150;

  private final PrinterPeer peer;
  private final Cable port;
  private final StripPicture picture;

  /// Starts unplugged, with a full roll.
  ///
  /// @param link where the port appears while the printer is plugged in
  /// @param font with Chinese characters
  /// @param millimetresPerSecond how fast it prints; 0 means in no time
  public VirtualReceiptPrinter(Path link, Font font, int millimetresPerSecond) {
    peer = new PrinterPeer(millimetresPerSecond);
    picture = new StripPicture(font);
    port = new VirtualPort(link, peer);
  }

  /// Connected in memory; starts as the port is, with a full roll.
  public VirtualReceiptPrinter(MemoryPort port, Font font, int millimetresPerSecond) {
    peer = new PrinterPeer(millimetresPerSecond);
    picture = new StripPicture(font);
    port.connect(peer);
    this.port = port;
  }

  /// Plugs the printer in and waits until the port is there.
  public void plug() {
    port.plug();
  }

  /// Pulls the cable, and with it the power, and waits until the port is gone.
  public void unplug() {
    port.unplug();
  }

  public boolean plugged() {
    return port.plugged();
  }

  /// Puts a full roll in; what waits in the printer is printed then.
  public void refill() {
    peer.paper(PrinterPeer.FULL_ROLL_MILLIMETRES);
  }

  /// Leaves so much paper on the roll.
  public void leavePaper(int millimetres) {
    peer.paper(millimetres);
  }

  public void openCover() {
    peer.coverOpen(true);
  }

  public void closeCover() {
    peer.coverOpen(false);
  }

  /// Jams or frees the blade.
  public void jamCutter(boolean stuck) {
    peer.cutterStuck(stuck);
  }

  /// Lets the printer fall silent or speak again.
  public void mute(boolean silent) {
    peer.mute(silent);
  }

  public boolean coverOpen() {
    return peer.coverOpen();
  }

  /// What is left on the roll.
  public Paper paper() {
    int left = peer.paperMillimetres();
    if (left == 0) {
      return Paper.END;
    }
    return left < PrinterPeer.NEAR_END_MILLIMETRES ? Paper.NEAR_END : Paper.OK;
  }

  /// How many strips were cut and not taken.
  public int strips() {
    return peer.strips().size();
  }

  /// What can be read on a strip; a QR code as `[QR payload]`.
  ///
  /// @param number from 1
  public Optional<String> text(int number) {
    return strip(number).map(Strip::text);
  }

  /// The strip as it looks, 640 dots wide.
  ///
  /// @param number from 1
  public Optional<BufferedImage> picture(int number) {
    return strip(number).map(picture::draw);
  }

  /// Takes all strips away.
  public void takeStrips() {
    peer.takeStrips();
  }

  @Override
  public void close() {
    port.close();
  }

  private Optional<Strip> strip(int number) {
    var strips = peer.strips();
    return number >= 1 && number <= strips.size()
        ? Optional.of(strips.get(number - 1))
        : Optional.empty();
  }

  /// How much paper is left.
  public enum Paper {
    OK,
    NEAR_END,
    END
  }
}
