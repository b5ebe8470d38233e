package org.jiujin.device.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jiujin.device.printer.Bitmap;
import org.jiujin.device.printer.Receipt;
import org.jiujin.device.printer.ReceiptLine;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what is to be printed from a file: plain text, a line of it a paragraph, or a layout in JSON (`….receipt.json`;
/// docs/devices/printers.md).
final class ReceiptFile {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int USUAL_MODULE_DOTS = 6;

  private static final Map<String, ReceiptLine.Align> ALIGN =
      Map.of(
          "left", ReceiptLine.Align.LEFT,
          "centre", ReceiptLine.Align.CENTRE,
          "right", ReceiptLine.Align.RIGHT);

  private static final Map<String, ReceiptLine.Size> SIZE =
      Map.of(
          "normal", ReceiptLine.Size.NORMAL,
          "tall", ReceiptLine.Size.TALL,
          "double", ReceiptLine.Size.DOUBLE);

  private ReceiptFile() {}

  /// @throws IOException when a file cannot be read
  /// @throws WrongLayout when the layout is wrong; its message says where
  static Receipt read(Path file) throws IOException {
    try {
      return receipt(Files.readString(file), file);
    } catch (CharacterCodingException foreign) {
      throw new WrongLayout("no UTF-8", foreign);
    } catch (JacksonException broken) {
      throw new WrongLayout("no JSON: " + broken.getOriginalMessage(), broken);
    } catch (IllegalArgumentException wrong) { // a line or a receipt that cannot be
      throw new WrongLayout(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private static Receipt receipt(String text, Path file) throws IOException {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".json")
        ? layout(text, file)
        : new Receipt(
            text.lines()
                .<ReceiptLine>map(line -> ReceiptLine.text(line.replace("\t", "  ")))
                .toList());
  }

  private static Receipt layout(String text, Path file) throws IOException {
    var lines = new ArrayList<ReceiptLine>();
    for (var entry : JSON.readTree(text).path("lines")) {
      lines.add(line(entry, lines.size(), file));
    }
    return new Receipt(lines);
  }

  private static ReceiptLine line(JsonNode entry, int index, Path file) throws IOException {
    try {
      return line(entry, file);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("lines[" + index + "]: " + wrong.getMessage(), wrong);
    }
  }

  private static ReceiptLine line(JsonNode entry, Path file) throws IOException {
    if (entry.has("heading")) {
      return ReceiptLine.heading(entry.path("heading").asString(""));
    }
    if (entry.has("text")) {
      return new ReceiptLine.Text(
          entry.path("text").asString(""),
          word(entry, "align", ALIGN, ReceiptLine.Align.LEFT),
          word(entry, "size", SIZE, ReceiptLine.Size.NORMAL),
          entry.path("bold").asBoolean(false));
    }
    if (entry.has("row")) {
      var row = entry.path("row");
      return new ReceiptLine.Row(row.path(0).asString(""), row.path(1).asString(""));
    }
    if (entry.has("rule")) {
      return new ReceiptLine.Rule();
    }
    if (entry.has("qr")) {
      int dots = entry.path("dots").asInt(USUAL_MODULE_DOTS);
      return new ReceiptLine.QrCode(entry.path("qr").asString(""), dots);
    }
    if (entry.has("picture")) {
      return picture(entry, file);
    }
    if (entry.has("feed")) {
      return new ReceiptLine.Feed(entry.path("feed").asInt(0));
    }
    throw new IllegalArgumentException("write one of heading, text, row, rule, qr, picture, feed");
  }

  private static ReceiptLine picture(JsonNode entry, Path file) throws IOException {
    var source = file.resolveSibling(entry.path("picture").asString(""));
    var image = ImageIO.read(source.toFile());
    if (image == null) {
      throw new IllegalArgumentException(source.getFileName() + " is no picture; use PNG");
    }
    boolean shades = entry.path("dithered").asBoolean(false);
    return new ReceiptLine.Picture(shades ? Bitmap.dithered(image) : Bitmap.of(image));
  }

  private static <T> T word(JsonNode entry, String name, Map<String, T> words, T usual) {
    if (!entry.has(name)) {
      return usual;
    }
    var meant = words.get(entry.path(name).asString(""));
    if (meant == null) {
      throw new IllegalArgumentException(
          name + " is one of " + String.join(", ", words.keySet().stream().sorted().toList()));
    }
    return meant;
  }

  /// The file says something that cannot be printed.
  static final class WrongLayout extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongLayout(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
