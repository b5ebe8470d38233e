package org.jiujin.fleet.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.Mend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordCodecTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00.123Z");

  static List<TerminalRecord> all() {
    return List.of(
            new RecordBody.FaultRaised("receipt", "PAPER_END", Mend.STAFF),
            new RecordBody.FaultCleared("receipt", "PAPER_END"),
            new RecordBody.AppEnded(
                -9, "java.lang.Error at org.jiujin.Some.method(Some.java:1)", 3),
            new RecordBody.CrashLoop(),
            new RecordBody.CrashLoopOver(),
            new RecordBody.DiskLow(12),
            new RecordBody.SupplyLow("printer", "toner", "Black Toner", 2),
            new RecordBody.SupplyEnough("receipt", "paper", ""),
            new RecordBody.DiskFreed(2048),
            new RecordBody.CloneSuspected(4),
            new RecordBody.CertificateEnding(0, "unreachable"),
            new RecordBody.CertificateRenewed(90),
            new RecordBody.DayCounted(LocalDate.of(2026, 11, 22), 40, 31, 2, 1),
            new RecordBody.AuditHead("0123456789abcdef", 12, "00ff".repeat(16), 0),
            new RecordBody.AgentStarted("0.1.0", "5b0e"),
            new RecordBody.AgentStopped(),
            new RecordBody.ConfigurationFellBack(7, 6, "app-ended"),
            new RecordBody.UpdateFellBack("app", "0.2.0", "shipped", "app-ended"),
            new RecordBody.UpdateProved("app", "0.2.0"),
            new RecordBody.Other("从未见过", Map.of("a", "甲", "b", "")))
        .stream()
        .map(body -> new TerminalRecord(1_763_863_200_123L, AT, body))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void readsWhatItWrote(TerminalRecord written) throws MalformedMessageException {
    assertEquals(written, RecordCodec.decode(RecordCodec.encode(written)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void refusesEveryCutRecord(TerminalRecord written) {
    byte[] bytes = RecordCodec.encode(written);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(MalformedMessageException.class, () -> RecordCodec.decode(cut), "at " + length);
    }
  }

  @Test
  void keepsAKnownKindThatCannotBeUnderstoodAsItIs() {
    List<Map<String, String>> odd =
        List.of(
            Map.of(),
            Map.of("free_mb", "much"),
            Map.of("free_mb", "-1"),
            Map.of("free_mb", "012"),
            Map.of("free_mb", "12", "since", "yesterday"));
    for (Map<String, String> facts : odd) {
      assertEquals(new RecordBody.Other("disk-low", facts), RecordBody.of("disk-low", facts));
    }
    var day =
        Map.of("day", "+12026-01-01", "sessions", "1", "done", "1", "stored", "1", "failed", "1");
    assertInstanceOf(RecordBody.Other.class, RecordBody.of("day-counted", day));
  }

  @Test
  void cutsATextThatIsTooLongBetweenTwoCharacters() throws MalformedMessageException {
    var talkative = new RecordBody.AppEnded(1, "𠀀".repeat(500), 1);
    var read = RecordCodec.decode(RecordCodec.encode(new TerminalRecord(1, AT, talkative)));
    assertEquals(new RecordBody.AppEnded(1, "𠀀".repeat(256), 1), read.body());
  }

  @Test
  void skipsFieldsThatItDoesNotKnow() throws Exception {
    var bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.writeString(2, "agent-stopped");
    out.writeUInt64(3, AT.toEpochMilli());
    out.writeString(15, "something new");
    out.writeUInt64(1, 7);
    out.flush();
    assertEquals(
        new TerminalRecord(7, AT, new RecordBody.AgentStopped()),
        RecordCodec.decode(bytes.toByteArray()));
  }

  @Test
  void holdsItsBounds() {
    assertThrows(
        MalformedMessageException.class,
        () -> RecordCodec.decode(new byte[RecordCodec.MAX_BYTES + 1]));
    assertThrows(
        IllegalArgumentException.class,
        () -> new TerminalRecord(0, AT, new RecordBody.CrashLoop()));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new TerminalRecord(1, TerminalRecord.LATEST.plusMillis(1), new RecordBody.CrashLoop()));
    assertTrue(RecordCodec.encode(all().getFirst()).length < 100, "a usual record is small");
  }
}
