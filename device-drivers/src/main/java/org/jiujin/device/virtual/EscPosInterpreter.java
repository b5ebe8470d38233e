package org.jiujin.device.virtual;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jiujin.device.virtual.StripItem.Run;
import org.jiujin.device.virtual.StripItem.Style;

/// Reads the buffered part of a printer's command language, one byte at a time, and does what it says to the paper.
///
/// Unknown commands are skipped by two bytes, as cheap printers do. Real-time commands never come here.
final class EscPosInterpreter {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int MOST_QR_BYTES = 3000;
  private static final int RASTER_HEAD_BYTES = 8;

  private final Mechanism mechanism;
  private final int widthDots;
  private final ByteArrayOutputStream command = new ByteArrayOutputStream();
  private final ByteArrayOutputStream character = new ByteArrayOutputStream();
  private List<Run> line = new ArrayList<>();
  private Style style = Style.PLAIN;
  private int align;
  private boolean chinese = true; // sold with the Chinese mode on
  private int qrModuleDots = 3;
  private byte[] qrData = new byte[0];
  private byte[] raster = new byte[0];
  private int rasterSeen;
  private int rasterWidthDots;

  EscPosInterpreter(Mechanism mechanism, int widthDots) {
    this.mechanism = mechanism;
    this.widthDots = widthDots;
  }

  /// Back to the state after power-on; what stood in the line buffer is lost.
  void reset() {
    command.reset();
    character.reset();
    line = new ArrayList<>();
    style = Style.PLAIN;
    align = 0;
    chinese = true;
    qrModuleDots = 3;
    qrData = new byte[0];
    raster = new byte[0];
    rasterSeen = 0;
  }

  void accept(byte next) {
    int value = next & 0xFF;
    if (rasterSeen < raster.length) {
      continueRaster(next);
    } else if (command.size() > 0) {
      command.write(value);
      continueCommand(command.toByteArray());
    } else if (character.size() > 0) {
      character.write(value);
      continueCharacter(character.toByteArray());
    } else if (value == 0x0A) {
      endLine();
    } else if (value == 0x1B || value == 0x1C || value == 0x1D) {
      command.write(value);
    } else if (value >= 0x20) {
      beginCharacter(value);
    }
  }

  private void beginCharacter(int value) {
    if (value < 0x80 || !chinese) {
      append(value < 0x80 ? Character.toString(value) : "?");
    } else {
      character.write(value);
    }
  }

  private void continueCharacter(byte[] bytes) {
    boolean four = bytes[1] >= '0' && bytes[1] <= '9';
    if (bytes.length == (four ? 4 : 2)) {
      append(new String(bytes, GB18030));
      character.reset();
    }
  }

  private void append(String text) {
    int width = Run.widthDots(text.codePointAt(0), style);
    int used = line.stream().mapToInt(Run::widthDots).sum();
    if (used + width > widthDots) {
      endLine();
    }
    if (!line.isEmpty() && line.getLast().style().equals(style)) {
      line.set(line.size() - 1, new Run(line.getLast().text() + text, style));
    } else {
      line.add(new Run(text, style));
    }
  }

  private void endLine() {
    var item = new StripItem.TextLine(List.copyOf(line), align);
    line = new ArrayList<>();
    mechanism.print(item, item.heightDots());
  }

  private void continueCommand(byte[] bytes) {
    if (bytes.length < 2) {
      return;
    }
    boolean done =
        switch ((bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF)) {
          case 0x1B40 -> initialise();
          case 0x1C26 -> chinese(true);
          case 0x1C2E -> chinese(false);
          case 0x1B61 -> bytes.length == 3 && align(bytes[2]);
          case 0x1D21 -> bytes.length == 3 && size(bytes[2] & 0xFF);
          case 0x1B45 -> bytes.length == 3 && bold((bytes[2] & 1) == 1);
          case 0x1B64 -> bytes.length == 3 && feed(bytes[2] & 0xFF);
          case 0x1D61 -> bytes.length == 3 && mechanism.reportChanges(bytes[2] != 0);
          case 0x1D72 -> bytes.length == 3 && mechanism.replyInOrder();
          case 0x1D56 -> cut(bytes);
          case 0x1D28 -> symbol(bytes);
          case 0x1D76 -> raster(bytes);
          default -> bytes.length == 3;
        };
    if (done) {
      command.reset();
    }
  }

  private boolean initialise() {
    reset();
    return true;
  }

  private boolean chinese(boolean on) {
    chinese = on;
    return true;
  }

  private boolean align(int where) {
    align = where % 48; // the digits 0 to 2 mean the same as the numbers
    return true;
  }

  private boolean size(int code) {
    style = new Style((code >> 4 & 7) + 1, (code & 7) + 1, style.bold());
    return true;
  }

  private boolean bold(boolean on) {
    style = new Style(style.widthScale(), style.heightScale(), on);
    return true;
  }

  private boolean feed(int lines) {
    if (!line.isEmpty()) {
      endLine();
    }
    int dots = lines * (StripItem.GLYPH_DOTS + StripItem.LEADING_DOTS);
    mechanism.print(new StripItem.White(dots), dots);
    return true;
  }

  private boolean cut(byte[] bytes) {
    if (bytes.length < 3 || (bytes[2] >= 'A' && bytes.length < 4)) {
      return false;
    }
    if (!line.isEmpty()) {
      endLine();
    }
    mechanism.cut();
    return true;
  }

  private boolean symbol(byte[] bytes) {
    if (bytes.length < 5) {
      return false;
    }
    int length = (bytes[3] & 0xFF) | (bytes[4] & 0xFF) << 8;
    if (length > MOST_QR_BYTES) {
      return true;
    }
    if (bytes.length < 5 + length) {
      return false;
    }
    if (length >= 3 && bytes[2] == 'k' && bytes[5] == 0x31) {
      qrFunction(bytes, length);
    }
    return true;
  }

  private boolean raster(byte[] bytes) {
    if (bytes.length == 3 && bytes[2] != '0') {
      return true;
    }
    if (bytes.length < RASTER_HEAD_BYTES) {
      return false;
    }
    int rowBytes = (bytes[4] & 0xFF) | (bytes[5] & 0xFF) << 8;
    int rows = (bytes[6] & 0xFF) | (bytes[7] & 0xFF) << 8;
    if (rowBytes * 8 <= widthDots + 7 && rows <= 4096) {
      rasterWidthDots = rowBytes * 8;
      raster = new byte[rowBytes * rows];
      rasterSeen = 0;
    }
    return true;
  }

  private void continueRaster(byte next) {
    raster[rasterSeen++] = next;
    if (rasterSeen == raster.length) {
      if (!line.isEmpty()) {
        endLine();
      }
      var picture =
          new StripItem.Raster(
              rasterWidthDots,
              BitSet.valueOf(mirrored(raster)),
              raster.length * 8 / rasterWidthDots,
              align);
      raster = new byte[0];
      rasterSeen = 0;
      mechanism.print(picture, picture.heightDots());
    }
  }

  /// The printer's first dot is the highest bit; a bit set counts from the lowest.
  private static byte[] mirrored(byte[] bytes) {
    var mirrored = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      mirrored[i] = (byte) (Integer.reverse(bytes[i]) >>> 24);
    }
    return mirrored;
  }

  private void qrFunction(byte[] bytes, int length) {
    switch (bytes[6]) {
      case 'C' -> qrModuleDots = bytes[7];
      case 'P' -> qrData = java.util.Arrays.copyOfRange(bytes, 8, 5 + length);
      case 'Q' -> {
        var payload = new String(qrData, StandardCharsets.UTF_8);
        if (!payload.isEmpty()) { // a printer that was given nothing prints nothing
          var code = new StripItem.QrCode(payload, qrModuleDots, align);
          mechanism.print(code, StripPicture.qrDots(code));
        }
      }
      default -> {
        // model and error correction change nothing that can be seen here
      }
    }
  }

  /// The moving parts.
  interface Mechanism {
    void print(StripItem item, int heightDots);

    void cut();

    /// Whether changes are reported without being asked (ASB); always done at once.
    boolean reportChanges(boolean on);

    /// Answers `GS r`; always done at once.
    boolean replyInOrder();
  }
}
