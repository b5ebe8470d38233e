package org.jiujin.kiosk.mirror;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.Samples;
import org.jiujin.kiosk.shell.Fx;
import org.jiujin.kiosk.shell.Stand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MirrorTest {
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final AtomicBoolean ready = new AtomicBoolean(true);
  private final Stand stand = Fx.on(() -> new Stand(new State.Home()));
  private final Mirror mirror =
      Mirror.start(
          0, new Mirror.Source(stand.shell().root(), stand.shell()::screenName, ready::get));

  MirrorTest() throws IOException {}

  @AfterEach
  void close() {
    mirror.close();
    client.close();
    Fx.run(stand::close);
  }

  @Test
  void aTapOnATileReachesTheJourney() throws Exception {
    int[] at = centre("home.matter.shehui-baozhang-ka");
    assertEquals(204, touch(at[0], at[1], "tap"));
    assertInstanceOf(Event.MatterChosen.class, Fx.on(() -> stand.events.getLast()));
  }

  @Test
  void aFingerThatSlidesAwayFromAButtonPressesNothing() throws Exception {
    int[] at = centre("home.matter.shehui-baozhang-ka");
    touch(at[0], at[1], "press");
    touch(at[0], at[1] + 600, "drag");
    touch(at[0], at[1] + 600, "release");
    assertEquals(List.of(), Fx.on(() -> List.copyOf(stand.events)));
  }

  @Test
  void tapsAtTheSamePlaceAreKeptApartUntilTheShellTakesThem() throws Exception {
    int[] at = centre("home.matter.shehui-baozhang-ka");
    touch(at[0], at[1], "tap");
    Fx.run(() -> stand.pass(Duration.ofMillis(600)));
    touch(at[0], at[1], "tap");
    assertEquals(2, Fx.on(() -> stand.events.size()));
  }

  @Test
  void drawsASignature() throws Exception {
    Fx.run(() -> stand.become(new State.Signing(Samples.complete())));
    assertTrue(nodes().contains("\"id\":\"signature.next\"") && isDisabled("signature.next"));
    int[] at = centre("signature.pad");
    touch(at[0] - 200, at[1], "press");
    for (int x = -180; x <= 200; x += 20) {
      touch(at[0] + x, at[1] + (x % 40), "drag");
    }
    touch(at[0] + 200, at[1], "release");
    assertEquals(false, isDisabled("signature.next"));
    int[] submit = centre("signature.next");
    touch(submit[0], submit[1], "tap");
    var signed = assertInstanceOf(Event.Signed.class, Fx.on(() -> stand.events.getLast()));
    assertArrayEquals(
        new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Arrays.copyOf(signed.signature().png(), 4));
  }

  @Test
  void servesThePictureInTheSizeOfThePanel() throws Exception {
    var answer = get("/screen.png");
    assertEquals(200, answer.statusCode());
    var header = ByteBuffer.wrap(answer.body(), 16, 8);
    assertEquals(1080, header.getInt());
    assertEquals(1920, header.getInt());
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
  }

  @Test
  void sendsAFrameOnlyWhenTheScreenChanged() throws Exception {
    var first = get("/frames");
    String number = first.headers().firstValue("X-Frame").orElseThrow();
    var next =
        client.sendAsync(
            request("/frames?since=" + number), HttpResponse.BodyHandlers.ofByteArray());
    Fx.run(() -> stand.become(new State.Told(Samples.matter())));
    var answer = next.get(10, TimeUnit.SECONDS);
    assertEquals(200, answer.statusCode());
    assertEquals(
        Long.parseLong(number) + 1,
        Long.parseLong(answer.headers().firstValue("X-Frame").orElseThrow()));
  }

  @Test
  void namesScreenAndNodes() throws Exception {
    String nodes = nodes();
    assertTrue(nodes.startsWith("{\"screen\":\"home\",\"nodes\":["), nodes);
    assertTrue(nodes.contains("\"text\":\"呼叫帮助\""), nodes);
    assertEquals(540, centre("home.matter.shehui-baozhang-ka")[0]);
  }

  @Test
  void isHealthyOnceTheAppIsReady() throws Exception {
    assertEquals(200, get("/health").statusCode());
    ready.set(false);
    assertEquals(503, get("/health").statusCode());
  }

  @Test
  void refusesWhatIsNoTouch() throws Exception {
    assertEquals(400, post("{\"x\":1}"));
    assertEquals(405, get("/touch").statusCode());
    assertEquals(404, get("/elsewhere").statusCode());
    assertEquals(200, get("/").statusCode());
  }

  private int[] centre(String id) throws Exception {
    var at =
        Pattern.compile(
                "\"id\":\"%s\",\"text\":\"[^\"]*\",\"x\":(\\d+),\"y\":(\\d+),\"width\":(\\d+),\"height\":(\\d+)"
                    .formatted(Pattern.quote(id)))
            .matcher(nodes());
    assertTrue(at.find(), id);
    return new int[] {
      Integer.parseInt(at.group(1)) + Integer.parseInt(at.group(3)) / 2,
      Integer.parseInt(at.group(2)) + Integer.parseInt(at.group(4)) / 2
    };
  }

  private boolean isDisabled(String id) throws Exception {
    String nodes = nodes();
    return nodes.substring(nodes.indexOf("\"" + id + "\"")).matches("(?s)[^}]*\"disabled\":true.*");
  }

  private String nodes() throws Exception {
    return new String(get("/nodes").body(), StandardCharsets.UTF_8);
  }

  private int touch(int x, int y, String kind) throws Exception {
    return post("{\"x\":%d,\"y\":%d,\"kind\":\"%s\"}".formatted(x, y, kind));
  }

  private int post(String body) throws Exception {
    var request =
        HttpRequest.newBuilder(uri("/touch"))
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return client.send(request(path), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20)).build();
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + mirror.port() + path);
  }
}
