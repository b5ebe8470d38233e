package org.jiujin.device.selftest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jiujin.device.printer.PdfDocument;

/// What a document printer prints in a test: one A4 page with a frame, so that cut margins are seen. Nothing personal.
final class TestPage {
  private static final String CONTENT =
      "2 w 28 28 539 786 re S BT /F 24 Tf 170 420 Td (JIUJIN SELF-TEST) Tj ET";

  private TestPage() {}

  static PdfDocument document() {
    var file = new StringBuilder("%PDF-1.4\n");
    var places = new ArrayList<Integer>();
    for (var object : objects()) {
      places.add(file.length());
      file.append(places.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
    }
    int table = file.length();
    file.append("xref\n0 ").append(places.size() + 1).append("\n0000000000 65535 f \n");
    places.forEach(place -> file.append("%010d 00000 n \n".formatted(place)));
    file.append("trailer\n<< /Size ").append(places.size() + 1).append(" /Root 1 0 R >>\n");
    file.append("startxref\n").append(table).append("\n%%EOF\n");
    return new PdfDocument(file.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static List<String> objects() {
    return List.of(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            + " /Resources << /Font << /F 5 0 R >> >> >>",
        "<< /Length " + CONTENT.length() + " >>\nstream\n" + CONTENT + "\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  }
}
