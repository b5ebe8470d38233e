package org.jiujin.device.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jiujin.device.virtual.NetworkSocket;
import org.jiujin.device.virtual.PrinterModel;
import org.jiujin.device.virtual.VirtualDocumentPrinter;
import org.jiujin.device.virtual.VirtualReceiptPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintCommandsTest {
  private static final Path HOME =
      Path.of(Objects.requireNonNull(System.getProperty("kiosk.home")));
  private static final String PDF = "%PDF-1.4\n%%EOF\n";

  @TempDir private Path folder;
  private final Calls calls = new Calls(HOME);

  @Test
  void printsATextFileOnNarrowPaper() throws IOException {
    var file = Files.writeString(folder.resolve("slip.txt"), "样例\n第二行\n");
    var socket = NetworkSocket.onAnyPort();
    try (var printer = printer(socket, 58)) {
      printer.plug();
      assertEquals(
          Command.OK,
          calls.run("print", file.toString(), "--port", port(socket), "--width", "58"),
          calls.complained()::toString);
      assertEquals("样例\n第二行\n", printer.text(1).orElseThrow());
    }
  }

  @Test
  void printsALayout() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("slip.receipt.json"),
            """
            {"lines": [
              {"heading": "测试凭条"},
              {"text": "居中", "align": "centre", "size": "tall", "bold": true},
              {"row": ["申请人", "李𬀩"]},
              {"rule": true},
              {"qr": "样例", "dots": 5},
              {"feed": 2}
            ]}
            """);
    var socket = NetworkSocket.onAnyPort();
    try (var printer = printer(socket, 80)) {
      printer.plug();
      assertEquals(
          Command.OK,
          calls.run("print", file.toString(), "--port", port(socket)),
          calls.complained()::toString);
      assertEquals(
          "测试凭条\n居中\n[picture 576 x 30]\n" + "─".repeat(24) + "\n[QR 样例]\n",
          printer.text(1).orElseThrow());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"lines\": [{\"rule\": true}, {\"feed\": 99}]} | lines[1]: feed 1 to 20 lines, not 99",
        "{\"lines\": [{\"text\": \"a\", \"align\": \"up\"}]} | align is one of centre, left, right",
        "{\"lines\": [{\"sound\": 1}]} | lines[0]: write one of heading, text,",
        "{\"lines\": [] | no JSON",
        "{} | a receipt has 1 to 200 lines, not 0"
      })
  void saysWhereALayoutIsWrong(String layout, String message) throws IOException {
    var file = Files.writeString(folder.resolve("wrong.receipt.json"), layout);
    assertEquals(Command.FAILED, calls.run("print", file.toString(), "--port", "/dev/none"));
    assertEquals(1, calls.complained().size());
    assertTrue(calls.complained().getFirst().contains(message), calls.complained()::toString);
  }

  @Test
  void printsAPdfSheetBySheet() throws IOException {
    var file = Files.writeString(folder.resolve("paper.pdf"), PDF);
    try (var printer = VirtualDocumentPrinter.start(0, 60)) {
      var address = printer.address().toString();
      assertEquals(
          Command.OK,
          calls.run("print-pdf", file.toString(), "--uri", address, "--copies", "2", "--duplex"),
          calls.complained()::toString);
      assertEquals(
          List.of(
              "The printer took the document.",
              "Sheet 1 is out.",
              "Sheet 2 is out.",
              "Printed; the printer counted 2 sheets."),
          calls.complained());
      assertEquals(PDF, new String(printer.documents().getFirst(), StandardCharsets.US_ASCII));
    }
  }

  @Test
  void printsNoPdfThatIsNone() throws IOException {
    var file = Files.writeString(folder.resolve("paper.pdf"), "text");
    assertEquals(
        Command.FAILED, calls.run("print-pdf", file.toString(), "--uri", "ipp://localhost:1/"));
    assertTrue(calls.complained().getFirst().endsWith("is no PDF of at most 32 MB"));
  }

  @Test
  void refusesAnAddressThatIsNoPrinter() throws IOException {
    var file = Files.writeString(folder.resolve("paper.pdf"), PDF);
    assertEquals(
        Command.MISUSED, calls.run("print-pdf", file.toString(), "--uri", "http://localhost/"));
    assertEquals(
        List.of("kiosk devices: port is http://localhost/; write ipp://host:port/path"),
        calls.complained());
  }

  private static VirtualReceiptPrinter printer(NetworkSocket socket, int width) {
    return new VirtualReceiptPrinter(
        socket, new Font(Font.DIALOG, Font.PLAIN, 12), PrinterModel.COMMON.wide(width).printing(0));
  }

  private static String port(NetworkSocket socket) {
    return socket.address();
  }
}
