package org.jiujin.device.virtual;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;

/// A receipt printer that does not exist, at the far side of a real terminal port or of a socket. It understands ESC/POS in GB18030,
/// keeps paper, cover and blade, and draws what it printed.
///
/// Thread-safe.
public final class VirtualReceiptPrinter implements AutoCloseable {
  /// As fast as common printers.
  public static final int REAL_SPEED = PrinterModel.REAL_SPEED;

  private final PrinterPeer peer;
  private final Cable port;
  private final StripPicture picture;

  /// A common printer; starts unplugged, with a full roll.
  ///
  /// @param link where the port appears while the printer is plugged in
  /// @param font with Chinese characters
  /// @param millimetresPerSecond how fast it prints; 0 means in no time
  public VirtualReceiptPrinter(Path link, Font font, int millimetresPerSecond) {
    this(link, font, PrinterModel.COMMON.printing(millimetresPerSecond));
  }

  /// Of any model; starts unplugged, with a full roll.
  public VirtualReceiptPrinter(Path link, Font font, PrinterModel model) {
    peer = new PrinterPeer(model);
    picture = new StripPicture(font, model);
    port = new VirtualPort(link, peer);
  }

  /// Connected in memory; starts as the port is, with a full roll.
  public VirtualReceiptPrinter(MemoryPort port, Font font, int millimetresPerSecond) {
    this(port, font, PrinterModel.COMMON.printing(millimetresPerSecond));
  }

  /// Of any model, connected in memory; starts as the port is, with a full roll.
  public VirtualReceiptPrinter(MemoryPort port, Font font, PrinterModel model) {
    peer = new PrinterPeer(model);
    picture = new StripPicture(font, model);
    port.connect(peer);
    this.port = port;
  }

  /// Of any model, on the network; starts as the socket is, with a full roll.
  public VirtualReceiptPrinter(NetworkSocket socket, Font font, PrinterModel model) {
    peer = new PrinterPeer(model);
    picture = new StripPicture(font, model);
    socket.connect(peer);
    this.port = socket;
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

  /// Lets the printer talk at one speed only, on a terminal port.
  ///
  /// @param baud 0 for any, as at the start
  public void talkAt(int baud) {
    port.talkAt(baud);
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

  /// Lets the print head get too hot, or cool down.
  public void overheat(boolean hot) {
    peer.headHot(hot);
  }

  /// Breaks or mends what only a technician can.
  public void breakDown(boolean broken) {
    peer.broken(broken);
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

  /// How much paper was pulled since the roll was put in.
  public int paperUsedMillimetres() {
    return PrinterPeer.FULL_ROLL_MILLIMETRES - peer.paperMillimetres();
  }

  /// How many strips were cut and not taken.
  public int strips() {
    return peer.strips().size();
  }

  /// What can be read on a strip; a QR code as `[QR payload]`, a picture as `[picture WIDTH x HEIGHT]`.
  ///
  /// @param number from 1
  public Optional<String> text(int number) {
    return strip(number).map(Strip::text);
  }

  /// The strip as it looks, 8 dots to the millimetre.
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
