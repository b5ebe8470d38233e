package org.jiujin.device.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javax.imageio.ImageIO;
import org.jiujin.device.DevicePort;
import org.jiujin.device.Eventually;
import org.jiujin.device.escpos.EscPosPrinters;
import org.jiujin.device.printer.PrintOutcome;
import org.jiujin.device.printer.Receipt;
import org.jiujin.device.printer.ReceiptLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchServerTest {
  private static final Path FONT =
      Path.of(System.getProperty("kiosk.home"), "config/fonts/NotoSansSC-Regular.ttf");

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private Bench bench;
  private BenchServer server;

  @BeforeEach
  void start() throws IOException {
    bench = Bench.set(new BenchOptions(0, folder, FONT, List.of()));
    server = BenchServer.start(bench, 0);
  }

  @AfterEach
  void stop() {
    server.close();
    bench.close();
    client.close();
  }

  @Test
  void showsAPageInChineseWithEveryTextFilledIn() throws Exception {
    var page = get("/");
    assertTrue(page.contains("设备台") && page.contains("居民身份证"));
    assertFalse(page.contains("{{"));
    assertEquals(200, send(request("/font.ttf")).statusCode());
  }

  @Test
  void doesWhatHandsDoAndTellsTheState() throws Exception {
    assertEquals(
        "{\"idcard\":{\"plugged\":true,\"card\":null},"
            + "\"receipt\":{\"plugged\":true,\"paper\":\"ok\",\"cover\":\"closed\",\"strips\":0},"
            + "\"scanner\":{\"plugged\":true},"
            + "\"cabinet\":{\"plugged\":true,\"door\":\"closed\",\"mains\":true,\"lamp\":false},"
            + "\"network\":{\"connected\":true}",
        get("/state").replaceAll(",\"cards\".*", ""));
    post("/idcard/lay/citizen", 204);
    post("/receipt/near-end", 204);
    post("/receipt/open-cover", 204);
    var state = get("/state");
    assertTrue(state.contains("\"card\":\"citizen\""), state);
    assertTrue(state.contains("\"paper\":\"near-end\",\"cover\":\"open\""), state);
    post("/cabinet/open-door", 204);
    post("/cabinet/fail-mains", 204);
    post("/scanner/show", 204);
    post("/scanner/unplug", 204);
    state = get("/state");
    assertTrue(state.contains("\"scanner\":{\"plugged\":false}"), state);
    assertTrue(state.contains("\"door\":\"open\",\"mains\":false"), state);
    post("/idcard/lift", 204);
    post("/receipt/empty", 204);
    assertTrue(get("/state").contains("\"card\":null"));
    assertTrue(get("/state").contains("\"paper\":\"end\""));
  }

  @Test
  void keepsALinkOnlyWhilePlugged() throws Exception {
    assertTrue(Files.exists(folder.resolve("idcard")));
    post("/idcard/unplug", 204);
    assertFalse(Files.exists(folder.resolve("idcard"), java.nio.file.LinkOption.NOFOLLOW_LINKS));
    post("/idcard/plug", 204);
    assertTrue(Files.exists(folder.resolve("idcard")));
  }

  @Test
  void refusesUnknownActionsAndOtherSites() throws Exception {
    post("/idcard/lay/nobody", 404);
    post("/idcard/burn", 404);
    assertEquals(404, send(request("/receipt/strips/1.png")).statusCode());
    var foreign = request("/network/cut").header("Origin", "http://elsewhere.invalid");
    assertEquals(403, send(foreign.POST(HttpRequest.BodyPublishers.noBody())).statusCode());
  }

  @Test
  void drawsAStripWhoseQrCodeCanBeRead() throws Exception {
    var receipt =
        new Receipt(
            List.of(
                ReceiptLine.heading("就近办"),
                ReceiptLine.text("社会保障卡补换 已受理"),
                new ReceiptLine.QrCode("https://example.invalid/办件/1", 8)));
    var port = new DevicePort("receipt", folder.resolve("receipt").toString(), true);
    try (var printer = EscPosPrinters.open(port, InstantSource.system())) {
      Eventually.within(
          java.time.Duration.ofSeconds(5),
          () -> printer.status().toString(),
          () -> printer.status().usable());
      assertInstanceOf(PrintOutcome.Printed.class, printer.print(receipt));
    }
    assertEquals(
        "就近办\n社会保障卡补换 已受理\n[QR https://example.invalid/办件/1]\n", get("/receipt/strips/1.txt"));
    var png =
        client.send(request("/receipt/strips/1.png").build(), BodyHandlers.ofByteArray()).body();
    var picture = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(640, picture.getWidth());
    assertEquals("https://example.invalid/办件/1", qrText(picture));
  }

  @Test
  void explainsAWrongCommandLine() {
    var wrong =
        assertThrows(IllegalArgumentException.class, () -> BenchOptions.parse("--port=8791"));
    assertTrue(String.valueOf(wrong.getMessage()).contains("--dir=FOLDER"));
    var right = BenchOptions.parse("--port=1", "--dir=d", "--font=f", "--relay=platform:8796:8792");
    assertEquals(List.of(new BenchOptions.Relay("platform", 8796, 8792)), right.relays());
  }

  private static String qrText(BufferedImage picture) throws Exception {
    int width = picture.getWidth();
    int height = picture.getHeight();
    LuminanceSource grey =
        new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(grey))).getText();
  }

  private String get(String path) throws Exception {
    var response = send(request(path));
    assertEquals(200, response.statusCode());
    return response.body();
  }

  private void post(String path, int status) throws Exception {
    var request = request(path).POST(HttpRequest.BodyPublishers.noBody());
    assertEquals(status, send(request).statusCode(), path);
  }

  private java.net.http.HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }
}
