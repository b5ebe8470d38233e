package org.jiujin.fleet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiujin.fleet.DeviceState;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.Mend;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.SupplyKind;
import org.jiujin.fleet.command.CommandState;
import org.junit.jupiter.api.Test;

class LocalCodecTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00.123Z");

  static final List<LocalMessage> ALL =
      List.of(
          new LocalMessage.Hello(4711, "0.1.0"),
          new LocalMessage.Report(
              List.of(
                  Metric.named(NodeMetric.APP_SESSIONS_TODAY.wireName(), AT, MetricValue.of(7))),
              List.of(
                  new DeviceReport(
                      "idcard",
                      "identity-card-reader",
                      "virtual",
                      false,
                      DeviceState.UNAVAILABLE,
                      "NOT_CONNECTED",
                      Mend.STAFF,
                      AT),
                  new DeviceReport(
                      "printer",
                      "document-printer",
                      "virtual",
                      false,
                      DeviceState.READY,
                      "",
                      Mend.NOBODY,
                      AT,
                      List.of(
                          new SupplyReport(SupplyKind.TONER, "Black Toner", 75, false, null),
                          new SupplyReport(SupplyKind.PAPER, "", 0, true, null),
                          new SupplyReport(SupplyKind.INK, "Cyan", null, false, null))))),
          new LocalMessage.Pong(Long.MIN_VALUE),
          new LocalMessage.Ping(0),
          new LocalMessage.Stop(),
          new LocalMessage.Order("c-1", "message", Map.of("text", "系统维护", "seconds", "20")),
          LocalMessage.OrderDone.of("c-1", CommandState.REFUSED, "not-idle"),
          new LocalMessage.Settings(7, Map.of("place.name", "便民服务站", "place.hotline", "12345")),
          new LocalMessage.Settings(0, Map.of()),
          new LocalMessage.SettingsTaken(7, List.of("place.name")),
          new LocalMessage.OrderDone(
              "c-2",
              CommandState.DONE,
              "",
              ByteString.copyFrom(new byte[LocalMessage.OrderDone.MAX_DETAIL_BYTES])),
          new LocalMessage.Claim("T621121001", "7K3M-9QXD", true),
          LocalMessage.Claim.NONE,
          new LocalMessage.AuditHead("0123456789abcdef", 12, "00ff".repeat(16), AT, 3),
          LocalMessage.AuditHead.none(AT, 1));

  @Test
  void readsWhatItWroteOneAfterTheOther() throws Exception {
    var out = new ByteArrayOutputStream();
    for (LocalMessage message : ALL) {
      LocalCodec.write(message, out);
    }
    var in = new ByteArrayInputStream(out.toByteArray());
    List<LocalMessage> read = new ArrayList<>();
    for (Optional<LocalMessage> one = LocalCodec.read(in);
        one.isPresent();
        one = LocalCodec.read(in)) {
      read.add(one.get());
    }
    assertEquals(ALL, read);
  }

  @Test
  void refusesEveryCutMessage() throws Exception {
    for (LocalMessage message : ALL) {
      var out = new ByteArrayOutputStream();
      LocalCodec.write(message, out);
      byte[] bytes = out.toByteArray();
      int step = bytes.length > 10_000 ? 97 : 1; // a long detail is cut at many places, not at all
      for (int length = 1; length < bytes.length; length += step) {
        var cut = new ByteArrayInputStream(Arrays.copyOf(bytes, length));
        assertThrows(MalformedMessageException.class, () -> LocalCodec.read(cut));
      }
    }
  }

  @Test
  void refusesALengthAboveTheBoundWithoutReadingOn() {
    var endless = new ByteArrayInputStream(new byte[] {-1, -1, -1, -1, -1});
    assertThrows(MalformedMessageException.class, () -> LocalCodec.read(endless));
  }

  @Test
  void aClaimDoesNotSayItsCodeToALog() {
    var claim = new LocalMessage.Claim("T621121001", "7K3M-9QXD", false);
    assertEquals("Claim[T621121001, ****-****, false]", claim.toString());
  }

  @Test
  void refusesAHeadThatNoChainHas() {
    var hash = "00ff".repeat(16);
    var chain = "0123456789abcdef";
    assertThrows(
        IllegalArgumentException.class, () -> new LocalMessage.AuditHead("", 1, hash, AT, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new LocalMessage.AuditHead(chain, 0, hash, AT, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new LocalMessage.AuditHead(chain, 1, "ff", AT, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new LocalMessage.AuditHead(chain, 1, hash, AT, -1));
  }

  @FuzzTest
  void readsOrRefuses(byte[] bytes) throws IOException {
    var in = new ByteArrayInputStream(bytes);
    try {
      while (LocalCodec.read(in).isPresent()) {
        assertTrue(in.available() < bytes.length, "each message takes bytes away");
      }
    } catch (MalformedMessageException e) {
      assertNotNull(e.getMessage());
    }
  }
}
