package org.jiujin.device.escpos;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jiujin.device.printer.Receipt;
import org.jiujin.device.printer.ReceiptLine;
import org.jiujin.device.printer.ReceiptLine.Align;
import org.jiujin.device.printer.ReceiptLine.Size;

/// Turns a receipt into the printer's commands (devices reference, 6.1).
///
/// Texts and QR payloads hold no control characters and numbers stay small, so that the real-time command `10 04` cannot
/// come about by chance.
final class EscPosEncoder {
  static final int COLUMNS = 48;

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final byte[] UNKNOWN_CHARACTER = "〓".getBytes(GB18030);
  private static final int LINE_FEED = 0x0A;
  private static final int ESC = 0x1B;
  private static final int FS = 0x1C;
  private static final int GS = 0x1D;

  private final EscPosProfile profile;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private EscPosEncoder(EscPosProfile profile) {
    this.profile = profile;
  }

  /// What sets the printer to a known state and prints nothing: initialise, Chinese mode, no automatic status.
  static byte[] preparation() {
    return new byte[] {ESC, '@', FS, '&', GS, 'a', 0};
  }

  /// The receipt itself, cut at the end.
  static byte[] encode(Receipt receipt, EscPosProfile profile) {
    var encoder = new EscPosEncoder(profile);
    receipt.lines().forEach(encoder::line);
    encoder.command(GS, 'V', 'B', 0); // feed to the blade and cut all but a corner
    return encoder.out.toByteArray();
  }

  private void line(ReceiptLine line) {
    switch (line) {
      case ReceiptLine.Text text -> text(text);
      case ReceiptLine.Row(var key, var value) -> row(key, value);
      case ReceiptLine.Rule _ -> characters("─".repeat(COLUMNS / 2));
      case ReceiptLine.QrCode(var payload, var dots) -> qrCode(payload, dots);
      case ReceiptLine.Feed(var lines) -> command(ESC, 'd', lines);
    }
  }

  private void text(ReceiptLine.Text text) {
    align(text.align());
    command(GS, '!', sizeCode(text.size()));
    command(ESC, 'E', text.bold() ? 1 : 0);
    int columns = text.size() == Size.DOUBLE ? COLUMNS / 2 : COLUMNS;
    TextColumns.wrap(text.text(), columns).forEach(this::characters);
    command(ESC, 'E', 0);
    command(GS, '!', 0);
    align(Align.LEFT);
  }

  private void row(String key, String value) {
    int gap = COLUMNS - TextColumns.width(key) - TextColumns.width(value);
    if (gap >= 1) {
      characters(key + " ".repeat(gap) + value);
      return;
    }
    TextColumns.wrap(key, COLUMNS).forEach(this::characters);
    TextColumns.wrap(value, COLUMNS - 4)
        .forEach(part -> characters(" ".repeat(COLUMNS - TextColumns.width(part)) + part));
  }

  private void qrCode(String payload, int dots) {
    var data = payload.getBytes(StandardCharsets.UTF_8);
    align(Align.CENTRE);
    qrFunction('A', 0x32, 0);
    qrFunction('C', dots);
    qrFunction('E', 0x31); // M: a sixth of it may be smudged
    int length = data.length + 3;
    command(GS, '(', 'k', length & 0xFF, length >> 8, 0x31, 'P', 0x30);
    out.writeBytes(data);
    qrFunction('Q', 0x30);
    align(Align.LEFT);
  }

  private void qrFunction(int function, int... parameters) {
    command(GS, '(', 'k', parameters.length + 2, 0, 0x31, function);
    command(parameters);
  }

  private void align(Align align) {
    int code =
        switch (align) {
          case LEFT -> 0;
          case CENTRE -> 1;
          case RIGHT -> 2;
        };
    command(ESC, 'a', code);
  }

  private static int sizeCode(Size size) {
    return switch (size) {
      case NORMAL -> 0x00;
      case TALL -> 0x01;
      case DOUBLE -> 0x11;
    };
  }

  private void characters(String text) {
    text.codePoints().forEach(this::character);
    out.write(LINE_FEED);
  }

  /// Cheap printers know two-byte characters only and would print two wrong ones for a four-byte one.
  private void character(int codePoint) {
    var bytes = Character.toString(codePoint).getBytes(GB18030);
    boolean rare = bytes.length > 2;
    out.writeBytes(rare && !profile.fourByteCharacters() ? UNKNOWN_CHARACTER : bytes);
  }

  private void command(int... bytes) {
    for (int next : bytes) {
      out.write(next);
    }
  }
}
