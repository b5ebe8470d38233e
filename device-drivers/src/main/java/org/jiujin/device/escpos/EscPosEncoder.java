package org.jiujin.device.escpos;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jiujin.device.printer.Bitmap;
import org.jiujin.device.printer.Receipt;
import org.jiujin.device.printer.ReceiptLine;
import org.jiujin.device.printer.ReceiptLine.Align;
import org.jiujin.device.printer.ReceiptLine.Size;

/// Turns a receipt into the printer's commands (devices reference, 6.1).
///
/// Texts and QR payloads hold no control characters, numbers stay small, and pictures are altered by a dot where they must
/// be ([Raster]), so that the real-time commands `10 04`, `10 05` and `10 14` cannot come about by chance.
final class EscPosEncoder {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String UNKNOWN_CHARACTER = "〓";
  private static final int LINE_FEED = 0x0A;
  private static final int ESC = 0x1B;
  private static final int FS = 0x1C;
  private static final int GS = 0x1D;
  private static final ReceiptLine.Text PLAIN = ReceiptLine.text("");

  private final EscPosProfile profile;
  private final int columns;
  private final LinePicture pictures;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private EscPosEncoder(EscPosProfile profile) {
    this.profile = profile;
    this.columns = profile.paper().columns();
    this.pictures = new LinePicture(profile.fonts(), profile.paper().dots());
  }

  /// What sets the printer to a known state and prints nothing: initialise, Chinese mode, automatic status or none.
  static byte[] preparation(EscPosProfile.Status status) {
    int reports = status == EscPosProfile.Status.ASB ? AutoStatusTalk.REPORTS : 0;
    return new byte[] {ESC, '@', FS, '&', GS, 'a', (byte) reports};
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
      case ReceiptLine.Rule _ -> characters("─".repeat(columns / 2));
      case ReceiptLine.QrCode(var payload, var dots) -> qrCode(payload, dots);
      case ReceiptLine.Picture(var bitmap) -> picture(bitmap);
      case ReceiptLine.Feed(var lines) -> command(ESC, 'd', lines);
    }
  }

  private void text(ReceiptLine.Text text) {
    align(text.align());
    command(GS, '!', sizeCode(text.size()));
    command(ESC, 'E', text.bold() ? 1 : 0);
    int room = text.size() == Size.DOUBLE ? columns / 2 : columns;
    TextColumns.wrap(text.text(), room).forEach(part -> characters(part, text));
    command(ESC, 'E', 0);
    command(GS, '!', 0);
    align(Align.LEFT);
  }

  private void row(String key, String value) {
    int gap = columns - TextColumns.width(key) - TextColumns.width(value);
    if (gap >= 1) {
      characters(key + " ".repeat(gap) + value);
      return;
    }
    TextColumns.wrap(key, columns).forEach(this::characters);
    TextColumns.wrap(value, columns - 4)
        .forEach(part -> characters(" ".repeat(columns - TextColumns.width(part)) + part));
  }

  private void qrCode(String payload, int wantedDots) {
    var data = payload.getBytes(StandardCharsets.UTF_8);
    align(Align.CENTRE);
    qrFunction('A', 0x32, 0);
    qrFunction('C', QrSize.moduleDots(data.length, wantedDots, profile.paper().dots()));
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

  private void picture(Bitmap bitmap) {
    align(Align.CENTRE);
    Raster.of(bitmap.fitting(profile.paper().dots())).writeTo(out);
    align(Align.LEFT);
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
    characters(text, PLAIN);
  }

  private void characters(String text, ReceiptLine.Text look) {
    if (text.codePoints().anyMatch(this::mustBeDrawn)) {
      drawn(text, look);
    } else {
      out.writeBytes(printable(text).getBytes(GB18030));
      out.write(LINE_FEED);
    }
  }

  /// The line as a picture; it has its alignment in itself.
  private void drawn(String text, ReceiptLine.Text look) {
    boolean aligned = look.align() != Align.LEFT;
    if (aligned) {
      align(Align.LEFT);
    }
    Raster.of(pictures.draw(drawable(text), look)).writeTo(out);
    if (aligned) {
      align(look.align());
    }
  }

  private boolean mustBeDrawn(int codePoint) {
    return lacks(codePoint) && pictures.knows(codePoint);
  }

  /// Cheap printers know two-byte characters only and would print two wrong ones for a four-byte one.
  private boolean lacks(int codePoint) {
    return !profile.fourByteCharacters()
        && Character.toString(codePoint).getBytes(GB18030).length > 2;
  }

  private String printable(String text) {
    return replacing(text, this::lacks);
  }

  private String drawable(String text) {
    return replacing(text, codePoint -> lacks(codePoint) && !pictures.knows(codePoint));
  }

  private static String replacing(String text, java.util.function.IntPredicate lacking) {
    var replaced = new StringBuilder();
    text.codePoints()
        .mapToObj(c -> lacking.test(c) ? UNKNOWN_CHARACTER : Character.toString(c))
        .forEach(replaced::append);
    return replaced.toString();
  }

  private void command(int... bytes) {
    for (int next : bytes) {
      out.write(next);
    }
  }
}
